"""Government, parliament, ministries and forces: what every state has, so that nobody has to write it down two hundred times."""

from collections.abc import Iterable, Iterator

import msgspec

from lagebild.knowledge.entries import Country, Details, Organisation
from lagebild.knowledge.names import key
from lagebild.knowledge.sources import Written

# noun, ending of the adjective before it, kind, other words for the same body
_BODIES = (
    ("Regierung", "e", "government", ("Führung",)),
    ("Parlament", "es", "body", ()),
    ("Präsidialamt", "es", "government", ("Präsidentenbüro",)),
    ("Außenministerium", "es", "ministry", ("Außenamt",)),
    ("Verteidigungsministerium", "es", "ministry", ()),
    ("Innenministerium", "es", "ministry", ()),
    ("Justizministerium", "es", "ministry", ()),
    ("Finanzministerium", "es", "ministry", ()),
    ("Wirtschaftsministerium", "es", "ministry", ()),
    ("Gesundheitsministerium", "es", "ministry", ()),
    ("Armee", "e", "armed_forces", ("Streitkräfte", "Militär")),
    ("Luftwaffe", "e", "armed_forces", ()),
    ("Marine", "e", "armed_forces", ()),
    ("Polizei", "e", "police", ()),
    ("Zentralbank", "e", "bank", ("Notenbank",)),
)


def bodies_of_states(known: Iterable[Details]) -> Iterator[Written]:
    """Government, parliament, ministries and forces that every state has: `russische Regierung`, `US-Außenministerium`."""
    known = list(known)
    taken = {key(name) for one in known if isinstance(one, Organisation) for name in (one.name, *one.variants)}
    for country in known:
        if not isinstance(country, Country) or not country.adjective or country.part_of:
            continue
        for noun, gender, kind, more in _BODIES:
            name = f"{country.prefixes[0]}-{noun}" if country.prefixes else f"{country.adjective}{gender} {noun}"
            nouns = (noun, *more)
            variants = [f"{adjective}{gender} {each}" for adjective in (country.adjective, *country.more_adjectives) for each in nouns]
            variants += [f"{prefix}-{each}" for prefix in country.prefixes for each in nouns]
            free = [variant for variant in dict.fromkeys(variants) if key(variant) not in taken]
            if key(name) not in taken:
                body = {"name": name, "kind": kind, "country": country.code, "variants": tuple(v for v in free if v != name)}
                yield Written(msgspec.convert(body, Organisation), "made by rule: every state has one")
