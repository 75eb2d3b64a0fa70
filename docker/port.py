"""The port that JupyterLab listens on: the one named by PORT=, else the next free one from 8888."""
import os
import socket
import sys

HOST = "127.0.0.1"
FIRST = 8888


def taken(port):
    with socket.socket() as s:
        s.settimeout(1)
        if s.connect_ex((HOST, port)) == 0:  # a listener on all addresses does not always stop a bind to this one
            return True
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind((HOST, port))
        except OSError:
            return True
    return False


def choose():
    """Returns the port, or ends the program with what is wrong and what to do."""
    wish = os.environ.get("PORT", "").strip()
    if not wish:
        for port in range(FIRST, FIRST + 100):
            if not taken(port):
                return port
        sys.exit(f"error: ports {FIRST} to {FIRST + 99} are all taken. Stop one of the servers, or name a free port: PORT=9999")
    if not (wish.isascii() and wish.isdigit() and 1024 <= int(wish) <= 65535):
        sys.exit(f"error: PORT={wish} is not a port. Give a number from 1024 to 65535, or leave PORT= out.")
    if taken(int(wish)):
        sys.exit(f"error: port {wish} is taken. Stop what uses it, give another PORT=, or leave PORT= out: then a free one is found.")
    return int(wish)
