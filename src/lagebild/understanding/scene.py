"""What everybody who looks for mentions in a document needs."""

from dataclasses import dataclass

from lagebild.domain.document import Document, Sentence
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.understanding.setting import Setting, setting_of


@dataclass(frozen=True, slots=True)
class Scene:
    """`surnames` are the last words of persons' full names: whoever was named in full is known by the surname, also to a network that misses it."""

    lexicon: Lexicon
    knowledge: Knowledge
    setting: Setting
    surnames: frozenset[str]


def scene_of(document: Document, lexicon: Lexicon, knowledge: Knowledge) -> Scene:
    names = ((sentence, name) for sentence in document.sentences for name in sentence.names)
    last = (sentence.words[name.stop - 1].text for sentence, name in names if name.kind == "PER" and name.stop - name.first > 1)
    surnames = frozenset(word for word in last if word[0].isalpha() and len(word) > 2)  # noqa: PLR2004  of "Rafik Y." there is none
    return Scene(lexicon, knowledge, setting_of(document, knowledge), surnames)


def acts_as_one(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb says what governments do and towns do not: speak, demand, send, sign."""
    lemma = sentence.words[verb].lemma
    particle = next((sentence.words[child].text for child in sentence.children[verb] if sentence.words[child].relation == "compound:prt"), "")
    whole = particle.lower() + lemma if particle and not lemma.startswith(particle.lower()) else lemma
    entry = lexicon.events.verbs.get(whole)
    return whole in lexicon.speech.verbs or (entry is not None and entry.plover is not None and not entry.undergone)
