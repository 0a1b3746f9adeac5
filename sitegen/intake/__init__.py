"""Intake: from a raw file to an Article, its text verbatim and its furniture pointed at.

bytes ──decoding──► text ──plain_text, markdown, html──► Reading ──layout──► Article
"""

from sitegen.intake.language_detection import detect
from sitegen.intake.plain_text import whole_text
from sitegen.intake.seeds import is_seed, parse_seed, parse_sidecar, read_seed, sidecar_of

__all__ = ["detect", "is_seed", "parse_seed", "parse_sidecar", "read_seed", "sidecar_of", "whole_text"]
