"""How notebooks become pages, by File › Save and Export Notebook As › HTML and by `jupyter nbconvert --to html`. Jupyter runs
this file at the start of each of its programs; `c` is its configuration."""
import pathlib

import mathjax
from nbconvert.filters import Highlight2HTML

c.HTMLExporter.template_name = "course"
c.HTMLExporter.extra_template_basedirs = [str(pathlib.Path(__file__).parent / "templates")]
c.HTMLExporter.extra_template_paths = [str(pathlib.Path(mathjax.__file__).parent / "static/mathjax/es5")]
c.HTMLExporter.filters = {"highlight_code": Highlight2HTML(pygments_lexer="go")}
