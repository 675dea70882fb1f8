"""Reads every quad of a store on disk and prints the most memory that took, in KB: `python -m bench.through FOLDER`."""

from __future__ import annotations

import sys
from collections import deque

from pyoxigraph import Store

from bench.peak import peak

if __name__ == "__main__":
    deque(Store.read_only(sys.argv[1]), maxlen=0)
    print(peak())
