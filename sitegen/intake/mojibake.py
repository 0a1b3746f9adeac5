"""UTF-8 once read as Windows-1252 and saved so (``itâ€™s`` for ``it’s``): undone where that is certain."""

import re

_LEADS = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122]")
"""Every such text has it, few others do: the first byte of a character, then a further one."""
_INSIDE_TEXT = re.compile(rf"[A-Za-z]{_LEADS.pattern}|{_LEADS.pattern}[^\n]{{0,400}}?{_LEADS.pattern}")
"""In a word, or twice in a line."""


def repaired(text: str) -> str | None:
    """``text`` as it was before it was read wrongly; None where it was not, or where that is not certain.

    It is certain only for a whole text: each of its characters beyond ASCII has to be part of a sequence
    that gives a sound one, and the sequences such as nobody writes (ftfy's heuristic). A text that has even
    one right character beside them, or a single sequence that stands alone ("typed Ã© by mistake"), may be
    about mojibake, and is left alone. Nothing else is changed: no
    quotation mark is straightened, no character composed, no entity read.
    """
    if text.isascii() or not _INSIDE_TEXT.search(text):
        return None
    # 20 ms to import, needed for few seeds.
    import ftfy  # noqa: PLC0415

    certain = ftfy.TextFixerConfig(
        restore_byte_a0=False,
        replace_lossy_sequences=False,
        decode_inconsistent_utf8=False,
        fix_c1_controls=False,
    )
    found = ftfy.fix_encoding_and_explain(text, certain)
    return found.text if found.text != text else None
