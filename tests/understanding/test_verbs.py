"""Dictionary forms of verbs as dispatches have them, whatever the network made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.lexicon import Lexicon
from lagebild.understanding.verbs import is_preterite, verb_lemma

GERMAN = Lexicon.of("de")


@pytest.mark.parametrize(
    ("form", "read", "particle", "verb"),
    [
        # the network is right
        ("sagte", "sagen", "", "sagen"),
        ("ging", "gehen", "", "gehen"),
        # strong verbs it does not know
        ("traf", "trafen", "", "treffen"),
        ("starb", "starb", "", "sterben"),
        ("gestorben", "gestorben", "", "sterben"),
        ("beschloss", "beschloss", "", "beschließen"),
        ("bestritt", "bestritten", "", "bestreiten"),
        ("bestritten", "bestritten", "", "bestreiten"),
        ("versprochen", "versprochen", "", "versprechen"),
        # weak ones
        ("forderte", "forderten", "", "fordern"),
        ("verurteilte", "verurteilte", "", "verurteilen"),
        ("gedroht", "gedrohen", "", "drohen"),
        ("geliefert", "geliefern", "", "liefern"),
        ("Geliefert", "geliefert", "", "liefern"),
        # the particle stands at the end of the clause
        ("kündigte", "kündigen", "an", "ankündigen"),
        ("wies", "weisen", "zurück", "zurückweisen"),
        ("warf", "warf", "vor", "vorwerfen"),
        ("tritt", "tritt", "zurück", "zurücktreten"),
        ("kündigte", "ankündigen", "an", "ankündigen"),  # and is already in the lemma
        # or inside a participle or infinitive
        ("angekündigt", "angekündigen", "", "ankündigen"),
        ("mitgeteilt", "mitgeteilt", "", "mitteilen"),
        ("festgenommen", "festgenommen", "", "festnehmen"),
        ("zurückgewiesen", "zurückgewiesen", "", "zurückweisen"),
        ("zurückzuweisen", "zurückzuweisen", "", "zurückweisen"),
    ],
)
def test_the_infinitive(form: str, read: str, particle: str, verb: str) -> None:
    assert verb_lemma(form, read, particle, GERMAN) == verb


def test_where_no_lexicon_knows_the_verb_the_network_has_its_way() -> None:
    assert verb_lemma("flirrte", "flirren", "", GERMAN) == "flirren"
    assert verb_lemma("flirrte", "flirren", "umher", GERMAN) == "umherflirren"


@given(st.text("abegnstuzäß-", max_size=12), st.text("abegnstuzäß-", max_size=12), st.sampled_from(["", "an", "zu", "ge"]))
def test_whatever_the_form_some_verb_or_the_lemma_comes_out(form: str, lemma: str, particle: str) -> None:
    found = verb_lemma(form, lemma, particle, GERMAN)
    assert found in GERMAN.verbs or found in (lemma, particle + lemma)
    is_preterite(form, lemma, GERMAN)


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("löschte", "löschen"),
        ("lieferte", "liefern"),
        ("arbeitete", "arbeiten"),
        ("redeten", "reden"),
        ("handelten", "handeln"),
        ("verurteilte", "verurteilen"),
        ("brachte", "bringen"),
        ("bestritt", "bestreiten"),
        ("gingen", "gehen"),
        ("boten", "bieten"),
        ("festnahm", "festnehmen"),
        ("gelang", "gelingen"),
    ],
)
def test_a_preterite(form: str, verb: str) -> None:
    assert is_preterite(form, verb, GERMAN)


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("liefert", "liefern"),
        ("arbeitet", "arbeiten"),
        ("warten", "warten"),
        ("leite", "leiten"),
        ("berichte", "berichten"),
        ("rettet", "retten"),
        ("kosten", "kosten"),
        ("halte", "halten"),
        ("bitten", "bitten"),
        ("biete", "bieten"),
        ("treten", "treten"),
        ("vertritt", "vertreten"),
        ("geht", "gehen"),
        ("gelte", "gelten"),
        ("befiehlt", "befehlen"),
    ],
)
def test_no_preterite(form: str, verb: str) -> None:
    assert not is_preterite(form, verb, GERMAN)


@pytest.mark.parametrize(("form", "verb"), [("könnte", "können"), ("müsste", "müssen"), ("dürfte", "dürfen")])
def test_konjunktiv_of_a_modal_verb_is_no_preterite(form: str, verb: str) -> None:
    assert not is_preterite(form, verb, GERMAN)
