"""Whoever speaks is somebody, also where no list knows the noun: `Ein Übertrittswilliger begründete das so: ...`."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.domain.document import Document, Word
from lagebild.domain.entity import Entity, Form, Mention
from lagebild.domain.quotation import Quotation
from lagebild.domain.span import Evidence
from lagebild.lexicon import Lexicon
from lagebild.understanding.cast import Cast
from lagebild.understanding.nouns import kind_of_speaker
from lagebild.understanding.phrases import head_of
from lagebild.understanding.quotations import Said


def with_unlisted_speakers(document: Document, cast: Cast, said: Sequence[Said], lexicon: Lexicon) -> tuple[Cast, list[Said]]:
    """The cast with an entity for each noun that speaks and has none, and what was said with its speakers."""
    entities, mentions, at = list(cast.entities), list(cast.mentions), dict(cast.at)
    found: list[Said] = []
    for one in said:
        number, word = _speaking(document, one.quotation) or (-1, None)
        if word is None or one.unnamed or word.lemma in lexicon.names.countries or lexicon.speech.reported_by(word.lemma, word.text) is not None:
            found.append(one)  # "ihr Land", "Angaben": somebody else's
            continue
        if (number, word.index) not in at:
            identity = f"e{len(entities) + 1}"
            entities.append(Entity(identity, kind_of_speaker(word, lexicon), word.lemma, (word.lemma,)))
            mentions.append(Mention(identity, word.span, Form.NOMINAL, (Evidence(word.span, "noun_that_speaks"),)))
            at[number, word.index] = identity
        found.append(replace(one, quotation=replace(one.quotation, speaker=at[number, word.index])))
    ordered = tuple(sorted(mentions, key=lambda mention: (mention.span.start, mention.span.stop)))
    return Cast(tuple(entities), ordered, at), found


def _speaking(document: Document, quotation: Quotation) -> tuple[int, Word] | None:
    """The noun at the head of the words for the speaker, if that is nobody known."""
    span = quotation.speaker_span
    if quotation.speaker is not None or span is None:
        return None
    number = next((number for number, sentence in enumerate(document.sentences) if sentence.span.contains(span)), None)
    if number is None or (head := head_of(document.sentences[number], span)) is None:
        return None
    word = document.sentences[number].words[head]
    return (number, word) if word.upos == "NOUN" else None
