"""Words, not code: the word lists the extractors work from, one YAML file per language and room."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def load(name: str, language: str = "en") -> Mapping[str, Any]:
    """The word lists of ``lexicon/<language>/<name>.yml``.

    Every scalar is a string (``no`` and ``on`` are words here, not booleans).
    """
    source = resources.files(__name__).joinpath(language, f"{name}.yml").read_text(encoding="utf-8")
    # The C loader reads a word list about eight times faster; BaseLoader semantics keep scalars as text.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return dict(yaml.load(source, Loader=loader))  # noqa: S506 - our own file, and BaseLoader builds no objects


@cache
def word_set(name: str, entry: str) -> frozenset[str]:
    """The words of one list of ``lexicon/en/<name>.yml``, to look words up in."""
    return frozenset(load(name)[entry])
