"""Dispatch -> Document: sentences, words, morphology, trees and names, by one small network."""

from lagebild.reading.reader import Reader

__all__ = ["Reader"]
