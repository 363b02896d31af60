from collections import Counter

import pytest
from seed import ORGANISATIONS

from lagebild.knowledge import Knowledge, OrganisationKind
from lagebild.knowledge.entries import Organisation

KNOWN = Knowledge.load()
ALL = ORGANISATIONS


def found(name: str) -> Organisation:
    organisation = KNOWN.organisation(name)
    assert organisation is not None, name
    return organisation


@pytest.mark.parametrize(
    ("name", "whose", "kind"),
    [
        ("Reuters", "Reuters", OrganisationKind.AGENCY),
        ("dpa", "Deutsche Presse-Agentur", OrganisationKind.AGENCY),
        ("Vereinten Nationen", "Vereinte Nationen", OrganisationKind.ALLIANCE),
        ("NATO", "Nato", OrganisationKind.ALLIANCE),
        ("Europäischen Zentralbank", "Europäische Zentralbank", OrganisationKind.BANK),
        ("Grünen", "Bündnis 90/Die Grünen", OrganisationKind.PARTY),
        ("Roten Kreuzes", "Internationales Rotes Kreuz", OrganisationKind.BODY),
        ("Bundesverfassungsgerichts", "Bundesverfassungsgericht", OrganisationKind.COURT),
        ("Hisbollah", "Hisbollah", OrganisationKind.ARMED_FORCES),
        ("VW", "Volkswagen", OrganisationKind.COMPANY),
        ("Der Spiegel", "Spiegel", OrganisationKind.MEDIA),
    ],
)
def test_organisation(name: str, whose: str, kind: OrganisationKind) -> None:
    assert (found(name).name, found(name).kind) == (whose, kind)


@pytest.mark.parametrize("name", ["", "nato", "Nato-Staaten", "die Nato", "Natoo"])
def test_no_organisation(name: str) -> None:
    assert KNOWN.organisation(name) is None


def test_no_name_belongs_to_two() -> None:
    counted = Counter(name for organisation in ALL for name in {organisation.name, *organisation.variants})
    assert [name for name, count in counted.items() if count > 1] == []


def test_countries_exist_and_kinds_are_filled() -> None:
    assert {organisation.country for organisation in ALL} <= {None, *KNOWN.countries}
    counted = Counter(organisation.kind for organisation in ALL)
    assert len(ALL) >= 500 and all(counted[kind] > 3 for kind in OrganisationKind)


def test_common_words_are_marked() -> None:
    assert found("Bild").ambiguous and found("Welt").ambiguous and not found("Reuters").ambiguous
