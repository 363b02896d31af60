"""What a dispatch is about before anybody knows who is who."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lagebild.domain.document import Document
from lagebild.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Setting:
    """The day of a dispatch (ISO, or null) and the countries that it names, by their codes."""

    day: str | None
    countries: Mapping[str, int]


def setting_of(document: Document, knowledge: Knowledge) -> Setting:
    """The countries by name, adjective and people, one pass over the words."""
    countries: Counter[str] = Counter()
    for sentence in document.sentences:
        for word in sentence.words:
            code = _country_of_word(knowledge, word.text) if word.upos in ("ADJ", "NOUN", "PROPN") else None
            if code:
                countries[code] += 1
    place = knowledge.place(document.dispatch.dateline.place) if document.dispatch.dateline else None
    if place and place.country:
        countries[place.country] += 1
    issued = document.dispatch.issued
    return Setting(f"{issued}-15"[:10] if issued and len(issued) in (len("2023-09"), len("2023-09-13")) and issued[:4].isdigit() else None, countries)


@lru_cache(maxsize=65_536)
def _country_of_word(knowledge: Knowledge, word: str) -> str | None:
    known = knowledge.country_of_adjective(word) or (word[:1].isupper() and (knowledge.country(word) or knowledge.country_of_demonym(word))) or None
    return known.code if known else None
