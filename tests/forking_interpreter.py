"""An interpreter that has loaded the program and forks for each command: started by commands.py.

It is told one command at a time over the socket whose number is its argument: as JSON, with the
files that are to be the command's streams beside it. A fork takes these on, makes sys.stdout and
sys.stderr of them as Python does when it starts, and then is `python -m generator`, up to its end.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import socket
import sys

import made_once
from click.testing import CliRunner

from generator.cli import ocop


def serve(asked: socket.socket) -> None:
    """Answer each command with its exit status; return in the forks."""
    while True:
        message, files, *_ = socket.recv_fds(asked, 1 << 16, 3)
        if not message:
            os._exit(0)
        child = os.fork()
        if not child:
            asked.close()
            become(json.loads(message), files)
            return
        for file in files:
            os.close(file)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        asked.sendall(f"{status}\n".encode())


def become(command: dict[str, object], files: list[int]) -> None:
    """Put on the streams, folder, environment and words of the command."""
    encoding = str(command["encoding"])
    for number, place in enumerate(command["streams"]):  # type: ignore[arg-type, var-annotated]
        if place is None:
            os.close(number)
        else:
            os.dup2(files[place], number)
    for file in files:
        os.close(file)
    outputs = ((1, "stdout", "strict"), (2, "stderr", "backslashreplace"))
    for number, name, errors in outputs:
        stream = None
        if command["streams"][number] is not None:  # type: ignore[index]
            stream = open(number, "w", encoding=encoding, errors=errors, closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    os.chdir(str(command["folder"]))
    os.environ.update(command["environment"])  # type: ignore[call-overload]
    sys.argv = ["generator", *command["words"]]  # type: ignore[misc]


if __name__ == "__main__":
    # What commands load as they go along is loaded once, and left out of each fork's last tidying.
    made_once.install()
    for words in (["check"], ["build", "--only", "site", "--jobs", "1"], ["labels", "--list"]):
        CliRunner().invoke(ocop, words)
    gc.freeze()
    serve(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module("generator", run_name="__main__", alter_sys=True)
