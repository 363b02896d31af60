"""Format and checksum in a file's header, so that a file cut short, half written or damaged is told before its first answer.

The format stands as SQLite's `application_id`, a checksum of all other bytes as its `user_version`.
"""

import mmap
import os
import struct
import zlib
from pathlib import Path

from lagebild.domain.errors import KnowledgeError

FORMAT = 0x4C42_0001  # "LB", format 1
_CHANGES, _CHECKSUM, _APPLICATION, _SQLITE = 24, 60, 68, 92  # where the header has them
_MAGIC, _HEADER = b"SQLite format 3\0", 100
_ADVICE = "make it again with `lagebild knowledge build` or `lagebild knowledge add`, or install lagebild again"


def seal(path: Path) -> None:
    """Write format and checksum; the version of SQLite and its counters are no contents and set alike."""
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
        struct.pack_into(">I", content, _CHANGES, 1)
        struct.pack_into(">II", content, _SQLITE, 1, 0)
        struct.pack_into(">I", content, _APPLICATION, FORMAT)
        struct.pack_into(">I", content, _CHECKSUM, _checksum(content))
        content.flush()
        os.fsync(file.fileno())


def check(path: Path) -> None:
    """Raise KnowledgeError where a file is missing, not whole, not ours or of another format."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size < _HEADER:
                raise KnowledgeError(f"{path}: is no knowledge file; {_ADVICE}")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                _check(path, content)
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); {_ADVICE}") from error


def _check(path: Path, content: mmap.mmap) -> None:
    (application,) = struct.unpack_from(">I", content, _APPLICATION)
    if content[: len(_MAGIC)] != _MAGIC or application >> 16 != FORMAT >> 16:
        raise KnowledgeError(f"{path}: is no knowledge file; {_ADVICE}")
    if application != FORMAT:
        raise KnowledgeError(f"{path}: has format {application & 0xFFFF}, this lagebild reads {FORMAT & 0xFFFF}; {_ADVICE}")
    (stated,) = struct.unpack_from(">I", content, _CHECKSUM)
    if stated != _checksum(content):
        raise KnowledgeError(f"{path}: is damaged or was cut short; {_ADVICE}")


def _checksum(content: mmap.mmap) -> int:
    with memoryview(content) as view:
        return zlib.crc32(view[_CHECKSUM + 4 :], zlib.crc32(view[:_CHECKSUM]))
