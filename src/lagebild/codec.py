"""The record as JSON and back: the JSON of the domain's dataclasses and nothing else."""

import msgspec

from lagebild.domain.record import Record

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)


def encode(record: Record) -> bytes:
    """One line of JSON, without a line end."""
    return _ENCODER.encode(record)


def decode(line: bytes | str) -> Record:
    """The record of one JSON object; raises ValueError saying where it is not one."""
    return _DECODER.decode(line)
