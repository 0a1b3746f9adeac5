"""Text as pages and feeds can hold it, whatever a seed brings, and at the length they have room for."""

import re

_CONTROLS = re.compile(
    r"""
    [\x00-\x08\x0b\x0c\x0e-\x1f]  # C0 controls but tab, line feed and carriage return
    | [\x7f-\x9f]                 # delete, and the C1 controls
    | [\ud800-\udfff]             # halves of surrogate pairs, which UTF-8 cannot write
    | [\ufffe\uffff]              # no characters at all
    """,
    re.VERBOSE,
)
"""All that XML 1.0, section 2.2, cannot hold, and the controls that HTML forbids as well (section 13.1)."""

LONGEST_TITLE = 120
"""Characters of what serves as a title, where the whole of it stands elsewhere."""


def shown(text: str) -> str:
    """``text`` with U+FFFD for every character that HTML or XML cannot hold, escaped or not."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def shortened(words: str, longest: int = LONGEST_TITLE) -> str:
    """At most ``longest`` characters of ``words``, on one line, cut between words."""
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + " …"
