"""An invented dispatch and the record that a careful reader would make of it, with every kind of finding."""

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.claim import Claim, Source, SourceKind
from lagebild.domain.dispatch import Dateline, Dispatch, Rights, Section, SectionKind, Status, dispatch_id
from lagebild.domain.entity import Entity, EntityKind, Form, Link, Mention, Position, Relation, RelationKind, Role
from lagebild.domain.event import Code, Event, EventRole, RoleKind, Tense
from lagebild.domain.geography import Geography, GeoRelation, Measured, Stated, Verdict
from lagebild.domain.moment import Basis, Time, TimeKind, Timex
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.record import Record
from lagebild.domain.span import Evidence, Span
from lagebild.domain.transfer import Amount, Category, Stage, Transfer

TITLE = "Georgien will Armenien 200 Megawatt Strom liefern"
DATELINE = "TIFLIS, 13. September (Kaukasusdienst) -"
SENTENCES = (
    "Georgien will dem Nachbarland Armenien nach Angaben von Energieminister Lewan Maisuradse noch im Oktober 200 Megawatt Strom liefern.",
    "„Wir lassen unsere Nachbarn nicht im Dunkeln“, sagte Maisuradse am Mittwoch bei einem Treffen mit seiner Kollegin Anahit Sarkisjan in Tiflis.",
    "Die Leitung bei Gjumri, rund 150 Kilometer nordwestlich der Hauptstadt Eriwan, sei seit zwei Wochen beschädigt.",
    "Armenischen Medienberichten zufolge könnten Unbekannte die Leitung gesprengt haben.",
    "Sarkisjan wies den Vorwurf zurück, die Bewohner seien nicht gewarnt worden.",
    "Dem Vernehmen nach soll ein Vertrag bereits unterschrieben sein.",
    "Ob auch Aserbaidschan der Durchleitung zustimmt, ist unklar.",
)
CREDIT = "© 2023 Kaukasusdienst"
TEXT = f"{TITLE}\n\n{DATELINE} {' '.join(SENTENCES[:3])}\n\n{' '.join(SENTENCES[3:])}\n\n{CREDIT}\n"


def at(words: str, nth: int = 1, text: str = TEXT) -> Span:
    """Where words stand for the nth time; raises ValueError where they do not."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def said(words: str, rule: str, nth: int = 1) -> tuple[Evidence, ...]:
    return (Evidence(at(words, nth), rule),)


def dispatch() -> Dispatch:
    body = Span(at(SENTENCES[0]).start, at(SENTENCES[-1]).stop)
    return Dispatch(
        id=dispatch_id("Kaukasusdienst", TEXT),
        text=TEXT,
        language="de",
        title=TITLE,
        agency="Kaukasusdienst",
        dateline=Dateline("Tiflis", at("TIFLIS")),
        issued="2023-09-13",
        rights=Rights("Kaukasusdienst", 2023, None, at(CREDIT)),
        status=Status.URGENT,
        topics=("Energie", "Außenpolitik"),
        origin="leitung.txt",
        sections=(
            Section(SectionKind.HEADLINE, at(TITLE)),
            Section(SectionKind.DATELINE, at(DATELINE)),
            Section(SectionKind.BODY, body),
            Section(SectionKind.CREDIT, at(CREDIT)),
        ),
    )


def entities() -> tuple[Entity, ...]:
    link = Link("Q230", "wikidata", 0.97)
    return (
        Entity("e1", EntityKind.COUNTRY, "Georgien", ("Georgien",), country="GE", link=link, position=Position(42.0, 44.0)),
        Entity("e2", EntityKind.COUNTRY, "Armenien", ("Armenien", "Nachbarland Armenien"), country="AM"),
        Entity("e3", EntityKind.PERSON, "Lewan Maisuradse", ("Lewan Maisuradse", "Maisuradse"), (Role("Energieminister", at("Energieminister")),), "GE"),
        Entity("e4", EntityKind.PERSON, "Anahit Sarkisjan", ("Anahit Sarkisjan", "Sarkisjan"), (Role("Kollegin", at("Kollegin")),), "AM"),
        Entity("e5", EntityKind.PLACE, "Tiflis", ("Tiflis", "TIFLIS"), country="GE"),
        Entity("e6", EntityKind.PLACE, "Gjumri", ("Gjumri",), country="AM", position=Position(40.79, 43.85)),
        Entity("e7", EntityKind.PLACE, "Eriwan", ("Eriwan",), country="AM", position=Position(40.18, 44.51)),
        Entity("e8", EntityKind.FACILITY, "Leitung bei Gjumri", ("Leitung",)),
        Entity("e9", EntityKind.COUNTRY, "Aserbaidschan", ("Aserbaidschan",), country="AZ"),
    )


def mentions() -> tuple[Mention, ...]:
    return (
        Mention("e1", at("Georgien"), Form.NAME),
        Mention("e2", at("Armenien"), Form.NAME),
        Mention("e5", at("TIFLIS"), Form.NAME),
        Mention("e1", at("Georgien", 2), Form.NAME),
        Mention("e2", at("Armenien", 2), Form.NAME),
        Mention("e3", at("Lewan Maisuradse"), Form.NAME, said("Energieminister Lewan Maisuradse", "title_before_name")),
        Mention("e3", at("Wir"), Form.PRONOUN),
        Mention("e3", at("Maisuradse", 2), Form.NAME, said("Maisuradse", "surname_again", 2)),
        Mention("e4", at("Anahit Sarkisjan"), Form.NAME),
        Mention("e5", at("Tiflis"), Form.NAME),
        Mention("e8", at("Leitung"), Form.NOMINAL),
        Mention("e6", at("Gjumri"), Form.NAME),
        Mention("e7", at("Eriwan"), Form.NAME),
        Mention("e8", at("Leitung", 2), Form.NOMINAL),
        Mention("e4", at("Sarkisjan", 2), Form.NAME),
        Mention("e9", at("Aserbaidschan"), Form.NAME),
    )


def times() -> tuple[Time, ...]:
    return (
        Time("t1", at("13. September"), TimeKind.DATE, "2023-09-13", "2023-09-13", "2023-09-13", Basis.ISSUED, Timex("DATE", "2023-09-13")),
        Time("t2", at("im Oktober"), TimeKind.DATE, "2023-10", "2023-10-01", "2023-10-31", Basis.ISSUED, Timex("DATE", "2023-10"), said("noch im Oktober", "month_ahead")),
        Time("t3", at("am Mittwoch"), TimeKind.DATE, "[2023-09-06,2023-09-13]", "2023-09-06", "2023-09-13", Basis.TEXT, Timex("DATE", "2023-W37-3")),
        Time("t4", at("seit zwei Wochen"), TimeKind.DURATION, None, None, None, Basis.UNRESOLVED, Timex("DURATION", "P2W")),
    )


def quotations() -> tuple[Quotation, ...]:
    frame = (at("sagte Maisuradse am Mittwoch bei einem Treffen mit seiner Kollegin Anahit Sarkisjan in Tiflis"),)
    words = at("Wir lassen unsere Nachbarn nicht im Dunkeln")
    return (
        Quotation("q1", QuotationKind.DIRECT, (words,), at("sagte"), frame, "e3", at("Maisuradse", 2), "e4", at("bei einem Treffen"), said("sagte", "speaker_after_verb")),
        Quotation("q2", QuotationKind.REPORTED, (at(SENTENCES[2]),), speaker="e3", evidence=said("sei", "subjunctive_runs_on")),
    )


def events() -> tuple[Event, ...]:
    supply = (
        EventRole(RoleKind.ACTOR, at("Georgien", 2), "e1"),
        EventRole(RoleKind.RECIPIENT, at("dem Nachbarland Armenien"), "e2"),
        EventRole(RoleKind.TIME, at("im Oktober"), time="t2"),
        EventRole(RoleKind.ITEM, at("200 Megawatt Strom", 2)),
    )
    saying = (EventRole(RoleKind.ACTOR, at("Maisuradse", 2), "e3"), EventRole(RoleKind.TIME, at("am Mittwoch"), time="t3"), EventRole(RoleKind.PLACE, at("in Tiflis"), "e5"))
    blast = (EventRole(RoleKind.ACTOR, at("Unbekannte")), EventRole(RoleKind.ITEM, at("die Leitung"), "e8"))
    return (
        Event("v1", at("liefern", 2), "liefern", Tense.FUTURE, Code("AID", "energy", "071"), supply, said("liefern", "verb_in_lexicon", 2)),
        Event("v2", at("sagte"), "sagen", Tense.PAST, Code("CONSULT"), saying),
        Event("v3", at("gesprengt"), "sprengen", Tense.PAST, Code("ASSAULT"), blast),
        Event("v4", at("gewarnt"), "warnen", Tense.PAST, None, (EventRole(RoleKind.RECIPIENT, at("die Bewohner")),)),
        Event("v5", at("unterschrieben"), "unterschreiben", Tense.PAST, Code("AGREE"), (EventRole(RoleKind.ITEM, at("ein Vertrag")),)),
        Event("v6", at("zustimmt"), "zustimmen", Tense.FUTURE, Code("AGREE"), (EventRole(RoleKind.ACTOR, at("Aserbaidschan"), "e9"),)),
    )


def claims() -> tuple[Claim, ...]:
    agency = Source(SourceKind.AGENCY)
    minister = Source(SourceKind.ENTITY, "e3", "Lewan Maisuradse", at("nach Angaben von"))
    media = Source(SourceKind.UNNAMED, None, None, at("Armenischen Medienberichten zufolge"), (agency,))
    hearsay = Source(SourceKind.UNNAMED, None, None, at("Dem Vernehmen nach"))
    plan = (*said("will", "intention_of_modal", 2), *said("nach Angaben von", "source_in_nach_angaben_phrase"))
    return (
        Claim("c1", "v1", at(SENTENCES[0]), minister, Certainty.PROBABLE, Polarity.POSITIVE, plan),
        Claim("c2", "v2", at(SENTENCES[1]), agency, Certainty.CERTAIN, Polarity.POSITIVE),
        Claim("c3", "v3", at(SENTENCES[3]), media, Certainty.POSSIBLE, Polarity.POSITIVE, said("könnten", "modal_of_possibility")),
        Claim("c4", "v4", at("die Bewohner seien nicht gewarnt worden"), Source(SourceKind.ENTITY, "e4"), Certainty.CERTAIN, Polarity.NEGATIVE, said("wies", "content_of_denial")),
        Claim("c5", "v5", at(SENTENCES[5]), hearsay, Certainty.PROBABLE, Polarity.POSITIVE, said("soll", "hearsay_soll")),
        Claim("c6", "v6", at("Ob auch Aserbaidschan der Durchleitung zustimmt"), agency, Certainty.UNKNOWN, Polarity.POSITIVE, said("Ob", "open_question")),
    )


def record() -> Record:
    strom = at("Strom", 2)
    distance = at("rund 150 Kilometer nordwestlich der Hauptstadt Eriwan")
    return Record(
        dispatch(),
        (at(TITLE), *map(at, SENTENCES)),
        entities(),
        mentions(),
        times(),
        quotations(),
        events(),
        claims(),
        (Transfer("x1", "e1", "e2", strom, Category.ENERGY, Stage.PLANNED, "c1", Amount(200, "MW", at("200 Megawatt", 2)), said("liefern", "supply_verb", 2)),),
        (
            Geography(
                "g1",
                distance,
                "e6",
                "e7",
                GeoRelation.DISTANCE,
                Stated(150, "about", "NW"),
                Verdict.DISAGREES,
                "gemessen sind es 88 km, 41 % weniger",
                measured=Measured(88.3, 320.4),
            ),
        ),
        (Relation(RelationKind.ROLE, "e3", "e1", at("Energieminister")),),
    )
