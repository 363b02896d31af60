"""Step 2: a table of lemmas, for words that a network would have to guess.

    python training/lemmas.py --out src/lagebild/reading/weights/lemmas.gz

The German forms of simplemma's dictionary (MIT) that are not rare by wordfreq, each with its lemma: sorted lines `form<TAB>lemma`.
"""

import argparse
import gzip
from pathlib import Path

import wordfreq
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

LEAST_FREQUENCY = 1e-7  # wordfreq folds case and ß away


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    frequencies = wordfreq.get_frequency_dict("de", wordlist="best")
    forms = DefaultDictionaryFactory().get_dictionary("de")
    kept = sorted(f"{form}\t{lemma}" for form, lemma in forms.items() if frequencies.get(form.lower().replace("ß", "ss"), 0) >= LEAST_FREQUENCY)
    options.out.write_bytes(gzip.compress("\n".join(kept).encode(), 9, mtime=0))
    print(len(kept), "forms,", options.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
