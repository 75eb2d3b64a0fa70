"""How notebooks come from the disk to the page."""
import re

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager


class Contents(AsyncLargeFileManager):
    """Mends the line ends of notebooks that were edited on Windows: in a line that ends with \\r\\n the kernel does not
    know its own words, such as %%."""

    async def get(self, path, content=True, *arguments, **options):
        model = await super().get(path, content, *arguments, **options)
        if content and model["type"] == "notebook":
            for cell in model["content"]["cells"]:
                cell["source"] = re.sub(r"\r\n?", "\n", cell.get("source", ""))
        return model
