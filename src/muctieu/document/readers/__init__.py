"""One module a file format: bytes → Layout. No language knowledge here.

`read_layout` is the only door: it detects the format, imports only that format's reader, and lets no error out but those of
`muctieu.errors`.
"""

from __future__ import annotations

from importlib import import_module

from muctieu.document.layout import Layout
from muctieu.document.readers.archive import nested_too_deeply
from muctieu.document.readers.detect import detect
from muctieu.errors import FileEmpty, FileUnforeseen, MuctieuError


def read_layout(source: bytes, name: str) -> Layout:
    """The layout of a file's bytes, by what they are (signature first, `name` second); an `InputError` or `ToolMissing` else."""
    if not source.strip():
        raise FileEmpty(name=name)
    module = f"{__name__}.{detect(source, name)}"
    try:
        layout: Layout = import_module(module).read(source, name)
    except MuctieuError:
        raise
    except RecursionError as error:
        raise nested_too_deeply(name, name.rpartition(".")[2]) from error
    except Exception as error:
        raise FileUnforeseen(name=name, reason=type(error).__name__) from error
    if not layout.text.strip():
        raise FileEmpty(name=name)
    return layout
