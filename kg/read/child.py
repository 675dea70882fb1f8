"""The process that `kg.read.apart` starts: jobs on standard input, parts on standard output."""

from __future__ import annotations

import resource
import sys
from importlib import import_module
from io import BytesIO

import msgspec

from kg.read.apart import MEMORY, Job
from kg.read.fields import writable
from kg.read.kinds import KINDS, Kind
from kg.read.part import Part, Raw


def main() -> None:
    """Answer jobs until there are no more; the parent ends it when one takes too long."""
    _bound_memory()
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while line := jobs.readline():
        job = msgspec.json.decode(line, type=Job)
        kind = KINDS[job.kind]
        import_module(kind.needs)
        _bound_time(job.seconds)
        raw = Raw(BytesIO(jobs.read(job.size)), job.charset, job.url, longest=job.longest)
        answer = msgspec.json.encode(_parts(kind, raw))
        answers.write(b"%d\n%b" % (len(answer), answer))
        answers.flush()


def _parts(kind: Kind, raw: Raw) -> list[Part]:
    try:
        return [_plain(part) for part in kind.parts(raw)]
    except Exception as error:  # whatever a package makes of a hostile source, it is the source's fault
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return [Part(fault=f"it cannot be read as {kind.name} ({reason})")]


def _plain(part: Part) -> Part:
    """The part with strings of no package's own classes, and that UTF-8 can hold."""
    said = {name: value for name in part.__struct_fields__ if isinstance(value := getattr(part, name), str)}
    return msgspec.structs.replace(part, **{name: writable(str(value)) for name, value in said.items()})


def _bound_memory() -> None:
    _bound(resource.RLIMIT_AS, MEMORY)
    _bound(resource.RLIMIT_CORE, 0)


def _bound_time(seconds: int) -> None:
    """From here on, at least as many seconds of processor time, and at most one more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _bound(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + 1)


def _bound(limit: int, most: int) -> None:
    hard = resource.getrlimit(limit)[1]
    resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
