"""Header lines: dates, sources, rights, embargoes."""

import pytest

from lagebild.domain.dispatch import Dispatch
from lagebild.wire.agency_text import parse_agency_text

COPY = "\n\nBonn (ndz) - Der Rhein steigt."


def read(header: str) -> Dispatch:
    dispatch = parse_agency_text(header + COPY, origin=None)
    assert dispatch.title is None
    assert dispatch.sections[0].kind == "header"
    assert dispatch.sections[0].span.of(dispatch.text) == header.strip()
    return dispatch


@pytest.mark.parametrize(
    ("notice", "holder", "year", "url"),
    [
        ("(c) Copyright Nordlicht Presse 2023. Terms - https://nordlicht.example/t.html", "Nordlicht Presse", 2023, "https://nordlicht.example/t.html"),
        ("© 2023 Nordlicht Presse", "Nordlicht Presse", 2023, None),
        ("© Nordlicht Presse", "Nordlicht Presse", None, None),
        ("Copyright 2019-2023 by Nordlicht Presse GmbH", "Nordlicht Presse GmbH", 2023, None),
        ("(c) Nordlicht e.V. 2023, www.nordlicht.example", "Nordlicht e.V.", 2023, "www.nordlicht.example"),
    ],
)
def test_a_notice_of_rights(notice: str, holder: str, year: int | None, url: str | None) -> None:
    dispatch = read(f" date 2023-09 Quelle: {notice}")
    rights = dispatch.rights
    assert rights is not None
    assert (rights.holder, rights.year, rights.url) == (holder, year, url)
    assert rights.span.of(dispatch.text) == notice
    assert dispatch.issued == "2023-09"


def test_what_follows_the_year_of_a_notice_is_not_its_holder() -> None:
    rights = read("© 2023 Nordlicht Presse. Alle Rechte vorbehalten. Nachdruck nur mit Erlaubnis.").rights
    assert rights is not None
    assert rights.holder == "Nordlicht Presse"


@pytest.mark.parametrize(
    ("header", "issued"),
    [
        ("13.09.2023", "2023-09-13"),
        ("Mittwoch, 13. September 2023, 14.30 Uhr", "2023-09-13T14:30"),
        ("Stand: 13.09.2023 14:30 Uhr MESZ", "2023-09-13T14:30+02:00"),
        ("Veröffentlicht am 13. September 2023 um 14:30 Uhr", "2023-09-13T14:30"),
        ("dpa, 2023-09-13", "2023-09-13"),
        ("ndz 0412 vm 13.09.2023 11:18", "2023-09-13T11:18"),
        ("+++ NDZ Wirtschaft +++ 13.09.2023 +++ 10:15 Uhr +++", "2023-09-13T10:15"),
        ("ndz-Landesdienst | Ausgabe 13.09.2023, 18:30", "2023-09-13T18:30"),
        ("bdt0123 3 pl 240  dpa 0456", None),
        ("NDZ", None),
    ],
)
def test_dates_and_routing(header: str, issued: str | None) -> None:
    assert read(header).issued == issued


def test_keywords_between_the_bars_of_a_header() -> None:
    dispatch = read("ndz0061 1 ++ EIL ++ 04.04.2025 06:51 | Arbeit/Häfen/Tarife")
    assert (dispatch.status, dispatch.topics) == ("urgent", ("Arbeit", "Häfen", "Tarife"))


def test_a_source_names_the_agency_where_no_dateline_does() -> None:
    text = "Quelle: dpa, 13.09.2023\n\nDer Rhein steigt. Er steigt seit Tagen."
    dispatch = parse_agency_text(text, origin=None)
    assert dispatch.agency == "dpa"
    assert dispatch.agency_span is not None
    assert dispatch.agency_span.of(text) == "dpa"


def test_an_embargo_is_not_the_date_of_issue() -> None:
    dispatch = read("Sperrfrist: Dienstag, 9. September 2025, 20.00 Uhr")
    assert (dispatch.embargo, dispatch.issued) == ("2025-09-09T20:00", None)


@pytest.mark.parametrize(
    "headline",
    [
        "Messe endet am 13. September 2023 mit Rekord",
        "Copyright liegt bei der Stadt",
        "ndz meldet Verluste im Herbst",
        "Streit um © auf alten Karten",
        "Zwischen 2023 und 2030 neue Brücken",
    ],
)
def test_news_with_a_date_or_a_sign_in_it_is_no_header(headline: str) -> None:
    dispatch = parse_agency_text(headline + COPY, origin=None)
    assert (dispatch.title, dispatch.rights, dispatch.issued) == (headline, None, None)
