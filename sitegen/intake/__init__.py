"""Intake: from a raw file to an Article, its text verbatim and its furniture pointed at.

bytes ──decoding──► text ──plain_text, markdown, html──► Reading ──layout──► Article

A file of many articles is first cut into its items (collections), each of which then goes the same way.
"""

from sitegen.intake.collections import Columns, Found, Item, address, read_collection, usual_columns
from sitegen.intake.language_detection import detect
from sitegen.intake.plain_text import whole_text
from sitegen.intake.seeds import (
    ONE_ARTICLE,
    bare_name,
    is_collection,
    is_seed,
    parse_item,
    parse_seed,
    parse_sidecar,
    read_seed,
    sidecar_of,
)

__all__ = [
    "ONE_ARTICLE",
    "Columns",
    "Found",
    "Item",
    "address",
    "bare_name",
    "detect",
    "is_collection",
    "is_seed",
    "parse_item",
    "parse_seed",
    "parse_sidecar",
    "read_collection",
    "read_seed",
    "sidecar_of",
    "usual_columns",
    "whole_text",
]
