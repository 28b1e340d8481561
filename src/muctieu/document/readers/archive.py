"""Opening zipped documents safely: bytes → the parts asked for, each of bounded size; XML → an element tree without entities.

Never unpacks to disk, never opens archives within archives, never reaches the network.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from muctieu.errors import FileDamaged, FileEncrypted, FileHostile

LARGEST_PART = 256 * 1024 * 1024
"""Bytes of one part after unpacking."""
STEEPEST_RATIO = 200
"""Unpacked bytes to packed ones, for parts larger than `RATIO_FROM`."""
RATIO_FROM = 8 * 1024 * 1024


_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
"""The names that files saved as `Strict Open XML` give to what others call by schemas.openxmlformats.org."""


class Archive:
    """A zipped document; `kind` is the format's name for people."""

    def __init__(self, source: bytes, name: str, kind: str) -> None:
        self.name = name
        self.kind = kind
        try:
            self._zip = ZipFile(BytesIO(source))
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise FileDamaged(name=name, place="zip", kind=kind) from error
        self._names = set(self._zip.namelist())
        self.aliases: dict[str, str] = {}

    def place_of(self, part: str) -> str:
        """Where the part stands; `aliases` tells it for parts that a program has called otherwise."""
        return self.aliases.get(part, part)

    def has(self, part: str) -> bool:
        """Whether the archive holds this part."""
        return self.place_of(part) in self._names

    def bytes_of(self, part: str) -> bytes:
        """The unpacked part; `FileDamaged`, `FileEncrypted` or `FileHostile` where it cannot be had."""
        part = self.place_of(part)
        if part not in self._names:
            raise FileDamaged(name=self.name, place=part, kind=self.kind)
        entry = self._zip.getinfo(part)
        self._check(entry)
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(LARGEST_PART + 1)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise FileDamaged(name=self.name, place=part, kind=self.kind) from error
        if len(content) > LARGEST_PART:
            raise self._bomb(part)
        return content

    def check(self) -> None:
        """Raises `FileEncrypted` or `FileHostile` where a part, or all together, would unpack to too much."""
        entries = self._zip.infolist()
        for entry in entries:
            self._check(entry)
        if sum(entry.file_size for entry in entries) > 2 * LARGEST_PART:
            raise self._bomb("zip")

    def _check(self, entry: ZipInfo) -> None:
        if entry.flag_bits & 1:
            raise FileEncrypted(name=self.name)
        steep = entry.file_size > RATIO_FROM and entry.file_size > STEEPEST_RATIO * max(entry.compress_size, 1)
        if entry.file_size > LARGEST_PART or steep:
            raise self._bomb(entry.filename)

    def xml(self, part: str) -> etree._Element:
        """The part as a tree; document type declarations are refused."""
        content = self.bytes_of(part)
        if b"http://purl.oclc.org/ooxml/" in content[:4096]:
            content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", content)
        return safe_xml(content, self.name, part, self.kind)

    def _bomb(self, part: str) -> FileHostile:
        return FileHostile(
            name=self.name, place=part, reason_vi="bung ra quá lớn khi giải nén", reason_en="it unpacks to far too much"
        )


def safe_xml(content: bytes, name: str, part: str, kind: str) -> etree._Element:
    """XML as a tree; `FileDamaged` where it is none, `FileHostile` where it declares a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "Excessive depth" in str(error):
            raise nested_too_deeply(name, part) from error
        raise FileDamaged(name=name, place=part, kind=kind) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise declares_entities(name, part)
    return root


def declares_entities(name: str, part: str) -> FileHostile:
    """The error of a file that declares entities, which could grow beyond measure or fetch files."""
    return FileHostile(
        name=name, place=part, reason_vi="XML có khai báo thực thể", reason_en="its XML declares entities"
    )


def nested_too_deeply(name: str, part: str) -> FileHostile:
    """The error of a file whose parts stand within each other more often than any real document's."""
    return FileHostile(
        name=name,
        place=part,
        reason_vi="các phần lồng vào nhau quá sâu",
        reason_en="its parts are nested far too deeply",
    )
