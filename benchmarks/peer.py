"""How fast spaCy reads the same words, one thread; run by speed.py in an environment of its own, prints words per second.

    uv run --no-project --with spacy==3.8.7 python benchmarks/peer.py FILE...

The trained English pipeline `en_core_web_sm` of spaCy 3.8 is in no package registry. This is its layout with untrained weights (one tok2vec of
width 96 and depth 4 that tagger and parser share, a parser with 45 relations, names with a tok2vec of their own), which computes as much a word.
Only the speed says anything.
"""

import sys
from pathlib import Path
from time import perf_counter

import spacy  # pyright: ignore[reportMissingImports]  in an environment of its own
from spacy.training import Example  # pyright: ignore[reportMissingImports]

SECONDS = 10
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
TAGS, RELATIONS, KINDS = 50, 45, 18


def pipeline() -> spacy.Language:
    language = spacy.blank("en")
    language.add_pipe("tok2vec")
    language.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}})
    parser = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "extra_state_tokens": False}
    language.add_pipe("parser", config={"model": parser | {"tok2vec": LISTENER}})
    language.add_pipe("ner")
    words = [f"word{number}" for number in range(TAGS)]
    doc = spacy.tokens.Doc(language.vocab, words)
    said = {
        "tags": [f"T{number}" for number in range(TAGS)],
        "heads": [0] * TAGS,
        "deps": ["ROOT", *(f"r{number % RELATIONS}" for number in range(1, TAGS))],
        "entities": [f"U-K{number % KINDS}" for number in range(TAGS)],
    }
    language.initialize(lambda: [Example.from_dict(doc, said)])
    return language


def main() -> None:
    language = pipeline()
    texts = [Path(name).read_text("utf8", "replace") for name in sys.argv[1:]]
    language(texts[0])
    words, start = 0, perf_counter()
    while perf_counter() - start < SECONDS:
        words += sum(len(doc) for doc in language.pipe(texts))
    print(f"{words / (perf_counter() - start):.1f}")


if __name__ == "__main__":
    main()
