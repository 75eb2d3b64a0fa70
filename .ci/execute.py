"""Runs one notebook in a fresh kernel:  python execute.py IN.ipynb OUT.ipynb [--isolated]

A process of its own, because a network namespace belongs to a process. Exit code 0: every cell ran; 1: one failed
(said on stdout); OUT holds what came, normalised. --isolated: we are in a fresh namespace, switch its loopback on.
"""
import fcntl
import html
import os
import re
import socket
import struct
import subprocess
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

CELL_LIMIT = 300  # seconds
METADATA = {
    "kernelspec": {"display_name": "Go (gonb)", "language": "go", "name": "gonb"},
    "language_info": {"codemirror_mode": "", "file_extension": ".go", "mimetype": "text/x-go", "name": "go",
                      "nbconvert_exporter": "", "pygments_lexer": "", "version": "go1.26"},
}


def loopback_up():
    """`ip link set lo up` without needing iproute2."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        request = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(s, 0x8913, request))[1]  # SIOCGIFFLAGS
        fcntl.ioctl(s, 0x8914, struct.pack("16sH14x", b"lo", flags | 1))  # SIOCSIFFLAGS, IFF_UP


def can_isolate():
    """Whether this machine lets us make a network namespace."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); import execute; execute.loopback_up()"
    try:
        return subprocess.run(["unshare", "-rn", sys.executable, "-c", code, os.path.dirname(os.path.abspath(__file__))],
                              capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def normalise(nb):
    """Only what belongs into the repository: counts 1 … n, no times, adjacent pieces of one stream joined."""
    nb.metadata = nbformat.from_dict(METADATA)
    nb.nbformat, nb.nbformat_minor = 4, 5
    count = 0
    for cell in nb.cells:
        cell.metadata = nbformat.from_dict({k: v for k, v in cell.metadata.items() if k == "tags" and v})
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        outputs = []
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
            if output.output_type == "stream" and outputs and outputs[-1].get("name") == output.name:
                outputs[-1].text += output.text
            else:
                outputs.append(output)
        cell.outputs = outputs
    return nb


def dump(nb):
    return nbformat.writes(nb, version=nbformat.NO_CONVERT).rstrip("\n") + "\n"


def plain(page):
    """The words of an HTML output: the kernel reports compile errors that way."""
    page = re.sub(r"(?s)<style>.*?</style>|<script.*?</script>|<[^>]*>", "", page)
    return re.sub(r"\n\s*\n+", "\n", html.unescape(page))


def execute(source, target):
    nb = nbformat.read(source, as_version=4)
    for cell in nb.cells:
        cell.source = re.sub(r"\r\n?", "\n", cell.source)  # from Windows; the kernel does not know them
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(nb, timeout=CELL_LIMIT, kernel_name="gonb", record_timing=False, iopub_timeout=30,
                            startup_timeout=120, resources={"metadata": {"path": os.path.dirname(os.path.abspath(source))}})
    failure = None
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as e:
        failure = e
    if failure:
        k = max((k for k, c in enumerate(nb.cells) if c.cell_type == "code" and c.execution_count), default=0)
        k = next((i for i, c in enumerate(nb.cells) if any(o.output_type == "error" for o in c.get("outputs", []))), k)
        print(f"cell {k} fails: {type(failure).__name__}")
        print("\n".join(nb.cells[k].source.splitlines()[:4]))
        for output in nb.cells[k].get("outputs", []):
            text = output.get("text") or output.get("evalue") or plain(output.get("data", {}).get("text/html", ""))
            print(text.strip()[-1500:])
        if not isinstance(failure, CellExecutionError):
            print(str(failure)[:500])
    with open(target, "w", encoding="utf-8") as f:
        f.write(dump(normalise(nb)))
    return 1 if failure else 0


if __name__ == "__main__":
    if "--isolated" in sys.argv:
        loopback_up()
    sys.exit(execute(sys.argv[1], sys.argv[2]))
