"""Fills gopls' cache: presses Tab, and waits until gopls has no more to keep. Run in the image's build."""
import os
import pathlib
import sys
import time

from jupyter_client.manager import start_new_kernel

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import kernels  # noqa: E402

CACHE = pathlib.Path(os.environ["GOPLSCACHE"])
LIMIT, QUIET = 1800, 20  # seconds
WORDS = 'import "ann/pkg/notebook"\nimport "gonum.org/v1/gonum/mat"\n%%\nnotebook.'


def complete(client):
    """How many words are offered."""
    asked = client.complete(WORDS, len(WORDS))
    while True:
        answer = client.get_shell_msg(timeout=LIMIT)
        if answer["parent_header"].get("msg_id") == asked:
            return len(answer["content"]["matches"])


def main():
    CACHE.mkdir(exist_ok=True)
    with kernels.own_tmp():
        manager, client = start_new_kernel(kernel_name="gonb", startup_timeout=LIMIT)
        end, words, before, since = time.monotonic() + LIMIT, 0, 0, time.monotonic()
        while not words or time.monotonic() < since + QUIET:
            if time.monotonic() > end:
                sys.exit("gopls does not answer")
            words = words or complete(client)
            kept = sum(1 for path in CACHE.rglob("*") if path.is_file())
            if kept != before:
                before, since = kept, time.monotonic()
            time.sleep(1)
        manager.shutdown_kernel()
    print(f"gopls keeps {before} files")


if __name__ == "__main__":
    main()
