"""Python imports this at its start, if it stands in PYTHONPATH: every connection and every look-up of a name that
would leave the machine is written to the file ANN_AUDIT and refused."""
import os
import sys

LOCAL = ("127.", "localhost", "::1", "0.0.0.0", "::ffff:127.")


def is_local(host):
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    return not host or host.startswith(LOCAL) or host == "::"


def note(text):
    with open(os.environ["ANN_AUDIT"], "a") as f:
        f.write(text + "\n")


def hook(event, arguments):
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""  # a text is a socket in the file system
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        host = arguments[0]
    else:
        return
    if not is_local(host):
        note(f"outside {event} {host} by {sys.argv[:3]}")
        raise ConnectionRefusedError(f"the test lets nothing leave the machine: {host}")


if os.environ.get("ANN_AUDIT"):
    note(f"watching {os.getpid()}")
    sys.addaudithook(hook)
