"""What kernels leave behind, cleaned up: GoNB keeps a folder and a gopls under TMPDIR, and a killed kernel leaves both."""
import contextlib
import os
import signal
import subprocess
import tempfile


def stop_gopls(folder):
    listing = subprocess.run(["ps", "-A", "-o", "pid=,args="], capture_output=True, text=True).stdout
    for line in listing.splitlines():
        pid, _, args = line.strip().partition(" ")
        if f"-listen unix;{folder}/" in args:
            with contextlib.suppress(OSError):
                os.kill(int(pid), signal.SIGTERM)


@contextlib.contextmanager
def own_tmp():
    """TMPDIR is a new folder until the end of the block. Its path stays short: gopls opens a socket in it."""
    before = os.environ.get("TMPDIR")
    with tempfile.TemporaryDirectory(prefix="ann-", ignore_cleanup_errors=True) as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        try:
            yield folder
        finally:
            tempfile.tempdir = None
            if before is None:
                del os.environ["TMPDIR"]
            else:
                os.environ["TMPDIR"] = before
            with contextlib.suppress(OSError):  # no ps
                stop_gopls(folder)
