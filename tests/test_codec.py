import json
from dataclasses import fields

import pytest
from records import record

from lagebild.codec import decode, encode


def test_a_record_comes_back_as_it_was() -> None:
    assert decode(encode(record())) == record()


def test_json_is_the_dataclass_on_one_line() -> None:
    line = encode(record())
    assert b"\n" not in line
    assert list(json.loads(line)) == [field.name for field in fields(record())]


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        pytest.param('"polarity":"positive"', '"polarity":"so-so"', id="a value that there is not"),
        pytest.param('"lagebild":"1"', '"lagebild":1', id="a number for a word"),
        pytest.param('"start":0,', '"start":"0",', id="a word for a number"),
        pytest.param('"sentences":[{"start":0,', '"sentences":[{"start":900000,', id="a span that runs backward"),
    ],
)
def test_what_is_no_record_is_refused(found: str, instead: str) -> None:
    line = encode(record()).decode()
    assert found in line
    with pytest.raises(ValueError, match=r"\$|span"):
        decode(line.replace(found, instead, 1))


def test_a_span_outside_the_text_is_refused() -> None:
    fields_of_record = json.loads(encode(record()))
    fields_of_record["sentences"] = [{"start": 0, "stop": len(fields_of_record["dispatch"]["text"]) + 1}]
    with pytest.raises(ValueError, match="outside the text"):
        decode(json.dumps(fields_of_record))
