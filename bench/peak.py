"""Runs a `kg` command and prints the most memory that its process took, in KB: `python -m bench.peak export ...`.

Read from the process itself (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html): what the system reports of
a child that has ended counts the parent's memory too, from between fork and exec.
"""

from __future__ import annotations

import sys
from pathlib import Path


def peak() -> int:
    """The largest resident size of this process so far, in KB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


if __name__ == "__main__":
    from kg.cli import main

    try:
        main(sys.argv[1:])
    finally:
        print(peak())
