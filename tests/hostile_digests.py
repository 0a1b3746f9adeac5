"""Digests of any shape, their texts made to break Markdown and YAML, for property tests."""

from datetime import date

from hypothesis import strategies as st

from sitegen.model import (
    Correction,
    Digest,
    Dispute,
    Event,
    Excerpt,
    Facts,
    KeyPhrase,
    Quotation,
    QuotationKind,
    Section,
    Source,
    Span,
    Speaker,
    SpeakerHow,
    SpeakerKind,
    TimeExpression,
    TimexHow,
    TimexType,
    Withdrawal,
)
from sitegen.slugs import slugify

HOSTILE = (
    *(
        "\n",
        "\n\n",
        "\n\n“",
        "\n— ",
        "\n- ",
        "\n1. ",
        "\n# h",
        "\n===",
        "\n---",
        "\n> ",
        "\n    ",
        "\r\n",
        "\r",
        "\t",
    ),
    *(
        "- x",
        "+ ",
        "---",
        "***",
        "___",
        "# h",
        "## Lead",
        "> ",
        "1. ",
        "1) ",
        "2031.",
        "```",
        "~~~",
        "~~",
        "=",
    ),
    *(
        "*",
        "**",
        "_",
        "__",
        "a_b",
        "`",
        "``",
        "\\",
        "\\\\",
        "[",
        "]",
        "](",
        "](#c1-2)",
        "[¶5](#c1-2)",
        "![",
        "[x]: y",
    ),
    *(
        "[ ] ",
        "[[[[",
        "[a](",
        "[a]",
        "[!NOTE]",
        "|",
        "|---|",
        "-|-",
        ":-",
        "<b>",
        "<!--",
        "<a@b.c>",
        "<http://x>",
        "<",
        "<script>",
        "</",
    ),
    *(
        "&amp;",
        "&#10;",
        "&",
        "&nbsp;",
        "&lt",
        ";",
        "“",
        "”",
        "“… ",
        "…",
        "‘",
        "’",
        '"',
        "'",
        "«",
        " · ",
        "·",
        " — ",
        ") — ",
    ),
    *(
        "\u00a0",
        "\u2003",
        "\u3000",
        " ",
        "  ",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x1f",
        "\x7f",
        "\x85",
        "\u2028",
        "\u2029",
    ),
    *(
        "\u202e",
        "\u202b",
        "\u2066",
        "\u200f",
        "\u200d",
        "\ufeff",
        "\ufffe",
        "\ufdd0",
        "U+000B",
        "`U+`",
        "é",
        "e\u0301",
    ),
    *(
        "null",
        "~",
        "no",
        "true",
        "012",
        "190:20:30",
        "2031-04-02",
        "!!x",
        "&a",
        "*a",
        "{",
        "}",
        "%",
        "@",
        ": ",
        " #",
    ),
    *(
        "partial",
        "reported",
        "disputed",
        " · disputing",
        "person",
        ", body",
        "”, “",
        " · “",
        "named in the sentence",
        "relayed by ",
        "no speaker found",
        "said",
        "seal: 1",
        "Ostrin",
        "漢字",
        "😀",
    ),
)

characters = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
texts = st.one_of(
    st.text(characters, max_size=12),
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(characters, max_size=3)), max_size=6).map("".join),
)
spans = st.builds(
    lambda start, length: Span(start=start, end=start + length), st.integers(0, 99_999), st.integers(1, 999)
)
excerpts = st.builds(Excerpt, text=texts, span=st.none() | spans, paragraph=st.none() | st.integers(1, 999))


def _quotations(*kinds: QuotationKind) -> st.SearchStrategy[Quotation]:
    return st.builds(
        Quotation,
        words=excerpts,
        kind=st.sampled_from(kinds),
        speaker=st.none() | texts,
        how=st.sampled_from(SpeakerHow),
        mention=st.none() | texts,
        cue=st.none() | texts,
        relayed_by=st.lists(texts, max_size=3).map(tuple),
    )


quotations = _quotations(QuotationKind.DIRECT, QuotationKind.PARTIAL)
indirect = _quotations(QuotationKind.INDIRECT)
disputes = st.builds(Dispute, statement=indirect, disputed=st.none() | indirect)
speakers = st.builds(
    Speaker,
    name=texts,
    kind=st.none() | st.sampled_from(SpeakerKind),
    descriptions=st.lists(excerpts, max_size=3).map(tuple),
)
times = st.builds(
    TimeExpression,
    words=excerpts,
    type=st.sampled_from(TimexType),
    value=st.sampled_from((None, "2031-04-02", "XXXX-10-07", "2031-04-02T10:30+02:00", "PAST_REF", "P3D"))
    | texts,
    how=st.sampled_from(TimexHow),
)
own_markdown = st.sampled_from(
    (
        "",
        "Text.",
        "### Smaller\n\nText.",
        "- a\n  - b",
        "    code",
        "```\n## in code\n```",
        "> ## quoted",
        "a  \nb",
        "# One",
    )
)
KNOWN_HEADINGS = {
    "lead",
    "quotations",
    "terms in quotation marks",
    "speakers",
    "indirect statements",
    "disputed statements",
    "timeline",
    "context",
}
headings = texts.filter(lambda text: text and text.casefold() not in KNOWN_HEADINGS)
own_sections = st.lists(st.builds(Section, heading=headings, markdown=own_markdown), max_size=2)
preambles = st.lists(st.builds(Section, heading=st.just(""), markdown=own_markdown.filter(bool)), max_size=1)
iso_dates = st.dates(date(1000, 1, 1)).map(date.isoformat)
said = texts.filter(lambda text: bool(text.strip()))
corrections = st.builds(Correction, date=iso_dates, what=said)
facts = st.builds(
    Facts,
    published=st.none() | iso_dates,
    modified=st.none() | iso_dates,
    publisher=st.none() | texts,
    url=st.none() | st.just("https://example.org/a?b=c#d"),
    byline=st.none() | texts,
    language=st.none() | st.sampled_from(("en", "pt-BR", "no")),
    sections=st.lists(texts, max_size=2).map(tuple),
    credits=st.lists(texts, max_size=2).map(tuple),
    notice=st.none() | texts,
    draft=st.booleans(),
    hidden=st.booleans(),
    aliases=st.lists(texts.map(slugify), max_size=2).map(tuple),
    added=st.none() | iso_dates,
    corrections=st.lists(corrections, max_size=2).map(tuple),
    withdrawn=st.none() | st.builds(Withdrawal, date=iso_dates, why=said),
)
sources = st.builds(
    Source,
    file=texts,
    item=st.none() | texts,
    sha256=texts,
    encoding=texts,
    detected_language=st.none() | st.sampled_from(("de", "pt-BR", "no")),
    sketch=st.none() | texts,
    removed=st.lists(texts, max_size=2).map(tuple),
)
phrases = st.builds(
    KeyPhrase,
    phrase=texts,
    score=st.floats(0, 1e6, allow_nan=False),
    count=st.integers(0, 999),
    spans=st.lists(spans, max_size=3).map(tuple),
)
digests = st.builds(
    Digest,
    slug=texts.map(slugify),
    title=texts,
    facts=facts,
    source=st.none() | sources,
    key_phrases=st.lists(phrases, max_size=2).map(tuple),
    lead=st.lists(excerpts, max_size=3).map(tuple),
    quotations=st.lists(quotations, max_size=3).map(tuple),
    terms=st.lists(excerpts, max_size=2).map(tuple),
    speakers=st.lists(speakers, max_size=2).map(tuple),
    indirect=st.lists(indirect, max_size=2).map(tuple),
    disputes=st.lists(disputes, max_size=2).map(tuple),
    timeline=st.lists(st.builds(Event, when=times, sentence=excerpts), max_size=2).map(tuple),
    context=st.lists(excerpts, max_size=2).map(tuple),
    sections=st.tuples(preambles, own_sections).map(lambda both: tuple(both[0] + both[1])),
)
