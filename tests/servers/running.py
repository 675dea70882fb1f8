"""Real servers on loopback, each empty at first and gone with the tests."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

USER, PASSWORD = "kg", "pass:word"

_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
CaseMode = 2
DirsAllowed = .
NumberOfBuffers = 60000
MaxDirtyBuffers = 40000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 10000
MaxQueryExecutionTime = 20
"""
_USERS = (
    f"DB.DBA.USER_CREATE('{USER}','{PASSWORD}'); GRANT SPARQL_UPDATE TO {USER}; GRANT SPARQL_SELECT TO {USER};"
    f"DB.DBA.RDF_DEFAULT_USER_PERMS_SET('{USER}',7); DB.DBA.USER_CREATE('reader','{PASSWORD}');"
    "GRANT SPARQL_SELECT TO reader;"
)


def oxigraph_binary() -> str:
    """The `oxigraph` of this environment."""
    binary = shutil.which("oxigraph", path=sysconfig.get_path("scripts")) or shutil.which("oxigraph")
    assert binary, "run `pip install oxigraph`: the tests load into a real server"
    return binary


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """The address of an `oxigraph serve`."""
    (port,) = free_ports(1)
    command = [oxigraph_binary(), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield _awake(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


@contextmanager
def virtuoso(folder: Path) -> Iterator[tuple[str, int]]:
    """The address of a Virtuoso 7 and the port of its SQL, with the user that may write and one that may only read.

    `apt-get install --no-install-recommends virtuoso-opensource-7`
    """
    sql, http = free_ports(2)
    (folder / "virtuoso.ini").write_text(_INI.format(sql=sql, http=http), "utf-8")
    with subprocess.Popen(
        ["virtuoso-t", "-f", "-c", "virtuoso.ini"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            url = _awake(f"http://127.0.0.1:{http}/sparql").removesuffix("/sparql")
            isql(sql, _USERS)
            yield url, sql
        finally:
            process.send_signal(signal.SIGKILL)


def isql(port: int, commands: str) -> str:
    """What Virtuoso's administrator is told of these commands."""
    command = ["isql-vt", f"127.0.0.1:{port}", "dba", "dba", "ERRORS=STDOUT", f"exec={commands}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "*** Error" not in said, said
    return said


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def _awake(url: str) -> str:
    """The address, once something answers there."""
    for _ in range(1200):
        try:
            httpx.get(url, timeout=5)
            return url
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(f"nothing answers at {url}")
