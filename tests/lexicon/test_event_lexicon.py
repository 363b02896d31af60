"""The event, goods and title tables of German keep their own promises; simplemma, not our reader, says which forms belong to a lemma."""

import re
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any

import pytest
from simplemma import lemmatize

FOLDER = resources.files("lagebild.lexicon") / "de"
TABLES: dict[str, dict[str, Any]] = {name: tomllib.loads((FOLDER / f"{name}.toml").read_text("utf8")) for name in ("events", "goods", "titles")}
EVENTS, GOODS, TITLES = TABLES["events"], TABLES["goods"], TABLES["titles"]

MODES = {
    "AGREE": "",
    "CONSULT": "visit phone third-party",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "release return ease access disarm ceasefire withdraw",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "investigate disapprove allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "relations restrict ban political expel violence territory",
    "PROTEST": "demo hunger boycott obstruct riot",
    "SANCTION": "withdraw discontinue expel",
    "MOBILIZE": "police troops",
    "COERCE": "seize restrict ban curfew martial-law arrest deport",
    "ASSAULT": "abduct beat sexual torture suicide-attack explosives assassinate heavy-weapons firearms massacre cleansing unconventional",
}
PREPOSITIONS = {"an", "auf", "aus", "bei", "durch", "für", "gegen", "in", "mit", "nach", "über", "um", "von", "vor", "zu", "zwischen"}
KEYS = {
    "verb": {"plover", "mode", "transfer", "recipient", "thing", "undergone", "example"},
    "noun": {"plover", "mode", "verb", "recipient", "actor", "example"},
    "idiom": {"plover", "mode", "transfer", "recipient", "example"},
}
AT_LEAST = {"verb": 450, "noun": 150, "idiom": 40}
# Words that goods and title heads must not claim by their last letters.
EVERYDAY = "Preis Kreis Herz Scherz Schmerz Urteil Vorteil Operation Kooperation Generation Konzentration Termin Vitamin Datum Teilnahme Punkt Gespräch".split()
BODIES = "Halbleiter Flugzeugträger Sicherheitsrat Aufsichtsrat Sekretariat Verrat Heirat Apparat Paragraf Wehrdienst Gottesdienst".split()
CATEGORIES = {"arms", "technology", "energy", "food", "money", "aid", "goods"}


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*", sentence)


def lemmas_of(sentence: str) -> set[str]:
    """Lemmas of the words as they stand and, for the first one, as they would stand inside the sentence."""
    words = words_of(sentence)
    return {lemmatize(word, "de") for word in [*words, words[0].lower()]} | set(words)


def weak_forms(verb: str) -> set[str]:
    """Forms of the verb if it is a weak one; simplemma takes many weak participles for adjectives ("evakuiert")."""
    stem = re.sub(r"e?n$", "", verb)
    endings = {f"{vowel}{ending}" for vowel in ("", "e") for ending in ("t", "te", "ten", "tet")} | {"e", "en", "n"}
    return {f"{prefix}{stem}{ending}" for prefix in ("", "ge") for ending in endings}


def says_verb(lemma: str, sentence: str) -> bool:
    """Whether a form of the verb stands there, in one piece or with its particle apart: "kam ... an"."""
    words, lemmas = words_of(sentence), lemmas_of(sentence)
    rests = {lemma.removeprefix(word) for word in words if lemma.startswith(word)}
    verbs = {lemma, *(rest for rest in rests if len(rest) > 3)}
    return not verbs.isdisjoint(lemmas) or any(not weak_forms(verb).isdisjoint(words) for verb in verbs)


def says_idiom(idiom: str, sentence: str) -> bool:
    *_, noun, verb = idiom.split()
    return noun in lemmas_of(sentence) and says_verb(verb, sentence)


def says_good(category: dict[str, list[str]], sentence: str) -> bool:
    lemmas = lemmas_of(sentence)
    return not lemmas.isdisjoint(category["words"]) or any(lemma.lower().endswith(tuple(category["heads"])) for lemma in lemmas)


def forms_of(base: str, title: dict[str, Any]) -> set[str]:
    return {base, *title.get("forms", ()), *filter(None, [title.get("feminine")])}


def examples(table: dict[str, Any]) -> Iterator[str]:
    """Every example sentence anywhere below a table."""
    for key, value in table.items():
        if key in ("example", "examples"):
            yield from [value] if isinstance(value, str) else value
        elif isinstance(value, dict):
            yield from examples(value)


SAYS = {"verb": says_verb, "noun": lambda lemma, sentence: lemma in lemmas_of(sentence), "idiom": says_idiom}
ENTRIES = [pytest.param(kind, lemma, entry, id=f"{kind}-{lemma}") for kind in KEYS for lemma, entry in EVENTS[kind].items()]


@pytest.mark.parametrize("kind", AT_LEAST)
def test_enough_entries(kind: str) -> None:
    assert len(EVENTS[kind]) >= AT_LEAST[kind]


@pytest.mark.parametrize(("kind", "lemma", "entry"), ENTRIES)
def test_example_says_the_lemma(kind: str, lemma: str, entry: dict[str, Any]) -> None:
    assert SAYS[kind](lemma, entry["example"]), entry["example"]


@pytest.mark.parametrize(("kind", "lemma", "entry"), ENTRIES)
def test_entry_is_well_formed(kind: str, lemma: str, entry: dict[str, Any]) -> None:
    assert entry.keys() <= KEYS[kind], lemma
    assert 8 <= len(entry["example"].split()) <= 16
    if "plover" in entry:
        assert entry["plover"] in MODES
    if "mode" in entry:
        assert entry["mode"] in MODES[entry["plover"]].split()
    assert entry.get("transfer", "supply") in {"supply", "give", "acquire", "receive", "promise", "demand"}
    assert set(entry.get("recipient", ())) <= PREPOSITIONS | ({"gen"} if kind == "noun" else {"dat", "acc"})
    assert set(entry.get("actor", ())) <= PREPOSITIONS | {"gen", "adj"}
    assert set(entry.get("thing", ())) <= PREPOSITIONS
    assert entry.get("recipient") != [] and entry.get("actor") != []


def test_lemmas_look_like_lemmas() -> None:
    assert all(re.fullmatch(r"[a-zäöüß]+n", verb) for verb in EVENTS["verb"])
    assert all(re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]+", noun) for noun in EVENTS["noun"])
    assert all(idiom.split()[-2][0].isupper() and idiom.split()[-1].endswith("n") for idiom in EVENTS["idiom"])


def test_nouns_name_verbs_of_the_table() -> None:
    assert {noun["verb"] for noun in EVENTS["noun"].values() if "verb" in noun} <= EVENTS["verb"].keys()


def test_others_end_like_a_noun_but_are_none() -> None:
    nouns = EVENTS["noun"]
    ends = {other: [noun for noun in nouns if other.lower().endswith(noun.lower())] for other in EVENTS["compound"]["others"]}
    assert [other for other, found in ends.items() if not found or other in nouns] == []


def test_noun_and_its_verb_agree_on_the_type() -> None:
    """A noun may be coded where its verb is too wide ("Kampf", "kämpfen"), but two codes must not differ."""
    verbs = EVENTS["verb"]
    pairs = [(name, noun["plover"], verbs[noun["verb"]].get("plover")) for name, noun in EVENTS["noun"].items() if "plover" in noun and "verb" in noun]
    assert [pair for pair in pairs if pair[2] not in (None, pair[1])] == []


def test_all_types_have_verbs() -> None:
    assert {verb["plover"] for verb in EVENTS["verb"].values() if "plover" in verb} == set(MODES)


def test_no_sentence_stands_twice() -> None:
    openings = Counter(" ".join(words_of(sentence)[:4]).lower() for table in TABLES.values() for sentence in examples(table))
    assert [opening for opening, times in openings.items() if times > 1] == []


def test_examples_are_sentences() -> None:
    assert [sentence for table in TABLES.values() for sentence in examples(table) if not re.fullmatch(r'[A-ZÄÖÜ"].*[.?!"]', sentence)] == []


@pytest.mark.parametrize("category", sorted(CATEGORIES))
def test_goods_have_examples(category: str) -> None:
    goods = GOODS["goods"][category]
    assert len(goods["examples"]) * 10 >= len(goods["words"]) + len(goods["heads"])
    assert [sentence for sentence in goods["examples"] if not says_good(goods, sentence)] == []


def test_goods_are_sorted_into_one_category() -> None:
    assert GOODS["goods"].keys() == CATEGORIES
    for column in ("words", "heads"):
        counted = Counter(word for category in GOODS["goods"].values() for word in category[column])
        assert [word for word, times in counted.items() if times > 1] == []


def test_goods_are_lemmas_and_heads_are_small() -> None:
    for category in GOODS["goods"].values():
        assert all(word[0].isupper() for word in category["words"])
        assert all(head.islower() and len(head) > 2 for head in category["heads"])


def test_first_head_that_ends_a_word_is_the_longest() -> None:
    heads = [(head, name) for name, category in GOODS["goods"].items() for head in category["heads"]]
    late = [(long, short) for at, (long, kind) in enumerate(heads) for short, other in heads[:at] if kind != other and long.endswith(short)]
    assert late == []


def test_goods_heads_claim_no_everyday_word() -> None:
    heads = tuple(head for category in GOODS["goods"].values() for head in category["heads"])
    assert [word for word in EVERYDAY if word.lower().endswith(heads)] == []


def test_amounts() -> None:
    assert all(isinstance(factor, float) and factor > 1 for factor in GOODS["units"].values())
    assert all(re.fullmatch(r"[A-Z]{3}", code) for table in ("currencies", "national_currencies") for code in GOODS[table].values())
    assert all(re.fullmatch(r"[a-zäöü]+isch [A-Z][a-z]+", pair) for pair in GOODS["national_currencies"])
    assert GOODS["units"].keys().isdisjoint(GOODS["currencies"]) and GOODS["measures"].keys().isdisjoint(GOODS["currencies"])


@pytest.mark.parametrize(("base", "title"), TITLES["title"].items())
def test_title_has_example(base: str, title: dict[str, Any]) -> None:
    assert title.keys() <= {"feminine", "forms", "office", "example"}
    assert not forms_of(base, title).isdisjoint(words_of(title["example"])), title["example"]
    assert base not in title.get("forms", ()) and title.get("office", True) is True


def test_enough_titles() -> None:
    assert len(TITLES["title"]) >= 250
    assert sum(title.get("office", False) for title in TITLES["title"].values()) >= 40


def test_a_form_belongs_to_one_title() -> None:
    counted = Counter(form for base, title in TITLES["title"].items() for form in forms_of(base, title))
    assert [form for form, times in counted.items() if times > 1] == []


def test_title_heads() -> None:
    heads = TITLES["heads"]
    endings = [*heads["masculine"], *heads["feminine"], *heads["adjectival"]]
    assert len(endings) == len(set(endings)) and all(head.islower() for head in endings)
    assert all(head.endswith(tuple(endings)) for head in heads["office"])
    assert [sentence for sentence in heads["examples"] if not any(word.lower().endswith(tuple(endings)) for word in words_of(sentence))] == []


def test_title_and_body_heads_claim_no_thing() -> None:
    heads = (*TITLES["heads"]["masculine"], *TITLES["heads"]["feminine"], *TITLES["heads"]["adjectival"], *TITLES["collective"]["heads"])
    things = [word for category in GOODS["goods"].values() for word in category["words"]]
    assert [word for word in (*things, *BODIES, *EVERYDAY) if word.lower().endswith(heads)] == []


def test_collectives() -> None:
    collective = TITLES["collective"]
    names = [*collective["persons"], *collective["organisations"]]
    assert len(names) == len(set(names)) and all(name[0].isupper() for name in names)
    for sentence in collective["examples"]:
        found = {*words_of(sentence), *lemmas_of(sentence)}
        assert not found.isdisjoint(names) or any(word.lower().endswith(tuple(collective["heads"])) for word in found), sentence


@pytest.mark.parametrize("name", TABLES)
def test_parses_fast(name: str, record_property: Callable[[str, object], None]) -> None:
    """Best of three; 40 ms is what `Lexicon.of` can spare for a file, doubled for slow machines."""
    text, taken = (FOLDER / f"{name}.toml").read_text("utf8"), list[float]()
    for _ in range(3):
        start = time.process_time()
        tomllib.loads(text)
        taken.append((time.process_time() - start) * 1000)
    record_property("parse_ms", round(min(taken), 1))
    assert min(taken) < 80
