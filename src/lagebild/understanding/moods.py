"""The mood of a finite verb, from its form first: German news marks reported speech by it."""

from enum import StrEnum

from lagebild.domain.document import Word


class Mood(StrEnum):
    INDICATIVE = "indicative"
    KONJUNKTIV_1 = "konjunktiv 1"
    KONJUNKTIV_2 = "konjunktiv 2"
    IMPERATIVE = "imperative"
    NONE = "none"


_FIRST = frozenset({"sei", "seien", "seist", "habest", "könne", "müsse", "solle", "wolle", "dürfe", "möge", "mögen", "wisse", "werdest"})
# Only forms that no preterite shares: "ließen" and "gingen" are left to the network.
KONJUNKTIV_2_FORMS = frozenset(
    "wäre wären hätte hätten würde würden könnte könnten müsste müssten dürfte dürften käme kämen ginge gäbe gäben ließe bliebe stünde stünden bräuchte bräuchten "
    "möchte möchten fände fänden nähme nähmen wüsste wüssten täte täten läge lägen sähe sähen hielte brächte brächten dächte dächten spräche sprächen träfe würfe".split()
)


def mood_of(verb: Word | None, subject: Word | None) -> Mood:
    """Konjunktiv I where the form can be nothing else (`sei`, `habe` with a third person, stem + e), else as the network says."""
    if verb is None:
        return Mood.NONE
    form, features = verb.text.lower(), verb.features
    if form in _FIRST:
        return Mood.KONJUNKTIV_1
    if form in KONJUNKTIV_2_FORMS or (form in ("sollte", "sollten", "wollte", "wollten") and features.get("Mood") == "Sub"):
        return Mood.KONJUNKTIV_2
    first_person = subject is not None and subject.text.lower() in ("ich", "wir")
    preterite = form.endswith("te") and (features.get("Tense") == "Past" or not verb.lemma.endswith("ten"))  # "dankte", not "bereite"
    if not first_person and not preterite and _is_stem_with_e(form, verb.lemma):
        return Mood.KONJUNKTIV_1
    if features.get("Mood") == "Sub" and not first_person and _could_be_konjunktiv_2(form, verb.lemma):
        return Mood.KONJUNKTIV_2
    return Mood.IMPERATIVE if features.get("Mood") == "Imp" else Mood.INDICATIVE


def _could_be_konjunktiv_2(form: str, lemma: str) -> bool:
    """`stiege`, `bräche`: a preterite with -e or an umlaut. Weak verbs (`sagte`) and plurals (`stiegen`) look like the indicative and are taken for it."""
    umlaut = any(letter in form and letter not in lemma for letter in "äöü")
    return (umlaut and form.endswith(("e", "en"))) or (form.endswith("e") and not form.endswith("te"))


def _is_stem_with_e(form: str, lemma: str) -> bool:
    """`zeige`, `habe`, `komme`: third person singular has no -e in the indicative; preterites in -te have another stem."""
    return form.endswith("e") and (form == lemma.removesuffix("n") or form == lemma.removesuffix("ln") + "le" or form == lemma.removesuffix("rn") + "re") and lemma.endswith("n")
