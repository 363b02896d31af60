"""What the knowledge says of a name, remembered: every capital word of a text asks."""

from functools import lru_cache

from lagebild.knowledge import Country, Knowledge, Organisation, Place

Known = Country | Place | Organisation


@lru_cache(maxsize=65_536)
def known_as(knowledge: Knowledge, name: str) -> Known | None:
    """The country, place or organisation of a name in any form; countries first, then the better known."""
    return knowledge.country(name) or knowledge.place(name) or knowledge.organisation(name)


def is_ambiguous(entry: Known) -> bool:
    """Whether the name is also a common word, so that the name alone shows nothing."""
    return not isinstance(entry, Country) and entry.ambiguous


def is_exact(entry: Known, name: str) -> bool:
    """Whether the name is written as in the knowledge, without an ending."""
    return name == entry.name or name in entry.variants
