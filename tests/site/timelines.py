"""Timelines for the tests: events by their sentences, and digests of any shape."""

from functools import partial

from hypothesis import strategies as st

from sitegen.model import Digest, Event, Excerpt, Facts, Span, TimeExpression, TimexHow, TimexType
from tests.hostile_digests import HOSTILE, iso_dates, spans, texts

VALUES = (
    *(
        "2024-03-04",
        "2024-03-04T10:30",
        "2024-03-04TEV",
        "2024-03-05",
        "2024-03",
        "2024",
        "2024-Q1",
        "2024-H2",
    ),
    *("2024-W10", "2024-W10-WE", "2023-WI", "199X", "19XX", "9999-12-31", "0001-01-01", "9999"),
    *("2024-03-04T24:00", "2024-03-04T10:30Z", "2024-03-04T10:30+02:00"),
    *(
        "XXXX-03-04",
        "XXXX-03",
        "XX24",
        "XXXX-XX-XXT10:30",
        "PAST_REF",
        "P3D",
        "XXXX-WXX-1",
        "2023-02-31",
        None,
    ),
)
"""Of every kind: dated, partial, vague, of the right form and yet no date."""


def event(
    marked: str, value: str | None = "2031-03-14", how: TimexHow = TimexHow.STATED, at: int = 0
) -> Event:
    """The sentence ``marked``, ``[…]`` around its time expression, as it stands at ``at`` in a text."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    words = Excerpt(text=text[start:end], span=Span(start=at + start, end=at + end), paragraph=1)
    sentence = Excerpt(text=text, span=Span(start=at, end=at + len(text)), paragraph=1)
    when = TimeExpression(words=words, type=TimexType.DATE, value=value, how=how)
    return Event(when=when, sentence=sentence)


def article(slug: str, *events: Event, published: str | None = "2031-03-20") -> Digest:
    facts = Facts(published=published, publisher="The Ostrin Gazette")
    return Digest(slug=slug, title=f"Report on {slug}", facts=facts, timeline=events)


def dam() -> tuple[Digest, ...]:
    """A breach that 25 articles tell alike and one in other words, what papers add, and what follows."""
    sunday, monday, worked_out = "2021-03-14", "2021-03-15", TimexHow.PUBLICATION
    report = partial(article, published="2021-03-20")
    broke = "The Karsa dam broke on [14 March], flooding three villages in the valley below{}."
    wire = tuple(report(f"wire-{number:02d}", event(broke.format(""), sunday)) for number in range(25))
    opened = "Mayor Ena Torvald{} opened the new northern quay of the harbour on [Monday]."
    return (
        *wire,
        report("courier", event(opened.format(", a former ferry pilot,"), monday, worked_out)),
        report("gazette", event(opened.format(""), monday, worked_out)),
        report(
            "inquiry",
            event(broke.format(", officials said"), sunday),
            event("A national inquiry of Velmora opened [last week].", "2021-W11", worked_out, at=200),
            event("Hearings are to begin in Ostrin on [8 April].", "2021-04-08", at=400),
            event("A report is due in the [third quarter].", "2021-Q3", worked_out, at=600),
            event("Dams of this kind were built in the [1990s].", "199X", at=800),
            event("Clerks read the list at [9 a.m. on 20 March].", "2021-03-20T09:00", at=1000),
            event("The slope was last seen to on [3 May].", "XXXX-05-03", at=1200),
            event("It had rained [for a while] before.", None, TimexHow.UNRESOLVED, at=1400),
        ),
    )


sentences = st.sampled_from(
    (
        "The dam broke on [March 14], killing 11 people.",
        "The dam broke on [14 March], killing 11 people.",
        "The dam broke on [14 March], killing nine people.",
        "The dam broke on [Friday], killing 11 people, officials said.",
        "The Karsa dam broke on [Friday], flooding three villages in the valley below, officials said.",
        "The Karsa dam broke on [Friday], flooding three villages in the valley below.",
        "Mayor Ilsa Hamdan, a former ferry pilot, opened the new northern quay of the harbour on [Monday].",
        "Mayor Ilsa Hamdan opened the new northern quay of the harbour on [Monday].",
        "She resigned on [Monday].",
    )
)
likely_events = st.builds(
    event, sentences, st.sampled_from(VALUES[:6]), at=st.integers(0, 3).map(lambda n: n * 200)
)
any_events = st.builds(
    Event,
    when=st.builds(
        TimeExpression,
        words=st.builds(Excerpt, text=texts, span=st.none() | spans, paragraph=st.none()),
        type=st.sampled_from((TimexType.DATE, TimexType.TIME)),
        value=st.sampled_from(VALUES),
        how=st.sampled_from(TimexHow),
    ),
    sentence=st.builds(Excerpt, text=texts, span=st.none() | spans, paragraph=st.none()),
)


@st.composite
def corpora(draw: st.DrawFn, events: st.SearchStrategy[Event] = likely_events | any_events) -> list[Digest]:
    """Up to four articles, their addresses apart."""
    timelines = draw(st.lists(st.lists(events, max_size=5), min_size=1, max_size=4))
    return [
        Digest(
            slug=f"article-{number}",
            title=draw(texts),
            facts=Facts(published=draw(st.none() | iso_dates), publisher=draw(st.none() | texts)),
            timeline=tuple(timeline),
        )
        for number, timeline in enumerate(timelines)
    ]


hostile = st.one_of(
    st.sampled_from(HOSTILE),
    st.sampled_from(
        (
            *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</script>", "&lt;b&gt;"),
            *(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "  =1",
                "\r=1",
                "\n=1",
                "＝1",
                '=HYPERLINK("http://x")',
            ),
            *("a,b;c", 'a"b', "a\\,b\\;c\\n", "\nEND:VEVENT\nBEGIN:VALARM", "\r\nATTACH:http://x", "\rX:y"),
            *(
                "\u202eright to left",
                "\u2066x",
                "\x00\x07\x1b[31m\x7f\x85",
                "\ud800",
                "\u2028\u2029",
                "😀" * 40,
            ),
        )
    ),
    st.text(max_size=20),
)
