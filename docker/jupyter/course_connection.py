"""What the kernel says to the page, on its way through JupyterLab's server."""
import asyncio
from collections import Counter

from jupyter_client.session import DELIM
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

# How many bytes one cell may send. An endless loop that prints fills the page, and the kernel's queue, faster than they
# are emptied: the page would freeze, and ■ would work minutes later. A line of text costs the page as much as LINE letters.
LIMITS = {"stream": 300_000, "display_data": 20_000_000}
LINE = 30
STOPPED = {
    "stream": "\n✂ This cell has printed more than the page can hold, so it was stopped.\n"
              "  Does a loop never end? If the loop is right, let it print in every hundredth step only.",
    "display_data": "\n✂ This cell has shown more figures than the page can hold, so it was stopped.\n"
                    "  Does a loop never end? If the loop is right, let it show fewer.",
}
# The page writes into the notebook which Go its kernel has. Every kernel says what the chapters say (.ci/execute.py), so
# that a chapter that was only opened has not changed.
GO = "go1.26"


class Connection(ZMQChannelsWebsocketConnection):
    """Between one page and one kernel. A cell that sends too much is stopped, and what it has sent by then is not shown."""
    cell, sent = None, Counter()

    def handle_outgoing_message(self, stream, outgoing_msg):
        identities, frames = self.session.feed_identities(outgoing_msg)
        _, header, parent, _, content, *_ = frames
        kind = self.session.unpack(header)["msg_type"]
        if kind == "kernel_info_reply":
            info = self.session.unpack(content)
            info["language_info"]["version"] = GO
            frames[4] = self.session.pack(info)
            frames[0] = self.session.sign(frames[1:5])
            outgoing_msg = [*identities, DELIM, *frames]
        if kind not in LIMITS:
            super().handle_outgoing_message(stream, outgoing_msg)
            return

        parent = self.session.unpack(parent)
        if parent.get("msg_id") != self.cell:
            self.cell, self.sent = parent.get("msg_id"), Counter()
        if self.sent[kind] > LIMITS[kind]:
            return
        super().handle_outgoing_message(stream, outgoing_msg)
        self.sent[kind] += len(content) + LINE * bytes(content).count(rb"\n")
        if self.sent[kind] > LIMITS[kind]:
            self.write_stderr(STOPPED[kind], parent)
            asyncio.ensure_future(self.kernel_manager.interrupt_kernel())
