"""Corpora: a JSON text a line in, its annotations a line out; for measuring and for other programs.

The format is a contract: ``{"id", "text", "date"?, "title"?, "language"?}`` in; offsets in characters of
``text`` out. Lines stream through in their order, whatever the corpus's size.
"""

import json
import re
from collections.abc import Callable, Generator, Iterable, Mapping
from functools import partial
from types import UnionType
from typing import Any

from sitegen.config import KeyPhraseSettings, QuotationSettings, Settings, SiteSettings
from sitegen.engine import open_executor, ordered
from sitegen.errors import SitegenError, UsageError
from sitegen.facts import is_language_tag
from sitegen.model import (
    Annotations,
    Dating,
    Evidence,
    Excerpt,
    KeyPhraseEngine,
    Quotation,
    TimeExpression,
)

KINDS = ("quotes", "timexes", "events", "key_phrases", "indirect", "disputes")
"""What can be asked for by name, in the order it is written."""
USUAL = frozenset(KINDS) - {"indirect", "disputes"}
"""What is found when nothing is named: statements and disputes without quotation marks are not."""

_FIELDS: tuple[tuple[str, type | UnionType, str, str], ...] = (
    ("id", str | int, "a string or a whole number", "give each text a name or number of its own"),
    ("text", str, "a string", "the article, as one string"),
    ("title", str | None, "a string", "write it in quotes, or leave it out"),
    ("language", str | None, "a string", "write a tag such as de, or leave it out"),
)
"""For each key of a record: what it may be, the same in words, and what to do."""

_DAY_OR_COARSER = re.compile(r"[0-9]{4} (?: -[0-9]{2} (?: -[0-9]{2} )? )?", re.VERBOSE)


def annotate_lines(  # noqa: PLR0913 - an argument an option of the command
    lines: Iterable[bytes],
    *,
    only: frozenset[str],
    jobs: int,
    name: str,
    evidence: Evidence = Evidence.LIKELY,
    engine: KeyPhraseEngine = KeyPhraseEngine.YAKE,
    trace: bool = False,
) -> Generator[bytes | SitegenError, None, None]:
    """One line of JSON for each line that can be read, and an error in the place of each that cannot.

    Whoever does not read to the end closes the generator, which ends its processes.

    Args:
        lines: UTF-8, one JSON object each; blank lines are passed over.
        only: which of ``KINDS`` to find; the others are left out of the output.
        jobs: in how many processes.
        name: of the input, for messages.
        evidence: how much must point at a speaker before they are named.
        engine: whose scores key phrases start from.
        trace: tell instead which rule fired on which words, to be read by people.

    Raises:
        UsageError: a worker process died, or the engine is not installed.
    """
    settings = Settings(
        quotations=QuotationSettings(evidence=evidence, indirect="indirect" in only),
        key_phrases=KeyPhraseSettings(engine=engine),
    )
    work = partial(_annotate_line, only=only, name=name, settings=settings, trace=trace)
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    with open_executor(jobs) as executor:
        yield from ordered(
            executor, work, numbered, chunk=1 if jobs == 1 else 8, ahead=1 if jobs == 1 else jobs * 3
        )


def _annotate_line(
    numbered: tuple[int, bytes],
    *,
    only: frozenset[str],
    name: str,
    settings: Settings,
    trace: bool,
) -> bytes | SitegenError:
    """The work of one task: a pure function of the line's bytes."""
    number, line = numbered
    try:
        record = _read(line)
        return _trace(record, settings) if trace else _annotate(record, only, settings)
    except UsageError:
        raise
    except SitegenError as error:
        return SitegenError(error.message, path=name, line=number, hint=error.hint)
    except Exception as error:  # noqa: BLE001 - whatever one line does to us, the others are written
        message = f"sitegen failed on this line: {type(error).__name__}: {error}"[:300]
        return SitegenError(message, path=name, line=number, hint="a mistake of sitegen's; please report it")


def _read(line: bytes) -> dict[str, Any]:
    """The record on a line, checked.

    Raises:
        SitegenError: without a place; the caller knows it.
    """
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SitegenError(f"is not UTF-8 (byte {error.start + 1} of the line)") from None
    except (ValueError, RecursionError) as error:
        says = (
            error.msg
            if isinstance(error, json.JSONDecodeError)
            else "nested too deeply, or a number too long"
        )
        raise SitegenError(f"is not JSON: {says}", hint="one whole object on each line") from None
    if not isinstance(record, dict):
        raise SitegenError("is not a JSON object", hint='write {"id": …, "text": …}')
    _refuse_wrong_types(record)
    language = record.get("language")
    if language is not None and not is_language_tag(language):
        raise SitegenError(
            f"has a “language” that is none: {language!r}"[:120], hint="write a tag such as de, or null"
        )
    return record | {"date": _day(record.get("date"), language)}


def _day(stated: object, language: str | None) -> str | None:
    """The day of a record's ``date``, as a build reads it in a row.

    Raises:
        SitegenError: it is none, none that is on the calendar, or none that can be told for certain.
    """
    # Imported here: see below.
    from sitegen.intake.collections.days import OffCalendarError, read_day  # noqa: PLC0415

    if stated is None:
        return None
    try:
        day = read_day(" ".join(stated.split()), language) if isinstance(stated, str) else None
    except OffCalendarError:
        day = None
    if day is None:
        raise SitegenError(f"has a “date” that is none: {stated!r}"[:120], hint="write YYYY-MM-DD, or null")
    return day


def _refuse_wrong_types(record: Mapping[str, object]) -> None:
    for key, types, wanted, hint in _FIELDS:
        value = record.get(key)
        if isinstance(value, types):
            continue
        if value is None:
            raise SitegenError(f"has no “{key}”", hint=hint)
        raise SitegenError(f"has the “{key}” {value!r:.60}, which is not {wanted}", hint=hint)


def _trace(record: dict[str, Any], settings: Settings) -> bytes:
    # Imported here: see below.
    from sitegen import intake, trace  # noqa: PLC0415
    from sitegen.extract import quotations  # noqa: PLC0415

    text: str = record["text"]
    found = quotations.find(text, intake.whole_text(text), evidence=settings.quotations.evidence)
    return trace.report(str(record["id"]), text, found).encode("utf-8", "backslashreplace")


def _annotate(record: dict[str, Any], only: frozenset[str], settings: Settings) -> bytes:
    # Imported here: a worker needs it, the process that reads and writes the lines does not.
    from sitegen import digest, intake, languages  # noqa: PLC0415

    text: str = record["text"]
    paragraphs = intake.whole_text(text)
    stated = record.get("language")
    detected = None if stated else intake.detect(span.of(text) for span in paragraphs)
    tag = languages.spoken(stated, detected, SiteSettings().language)
    found = digest.annotate(
        text,
        paragraphs,
        published=record.get("date"),
        title=record.get("title"),
        only=only | {"quotes"} if "indirect" in only else only,
        language=tag,
        settings=settings,
    )
    answer = {"id": record["id"]}
    for kind in KINDS:
        if kind in only:
            answer |= _WRITERS[kind](found)
    line = json.dumps(answer, ensure_ascii=False)
    try:
        return line.encode() + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can hold and UTF-8 cannot
        return json.dumps(answer, ensure_ascii=True).encode() + b"\n"


def _quotes(found: Annotations) -> dict[str, object]:
    return {
        "quotes": [_quotation(each) for each in found.quotations],
        "terms": [_excerpt(each) for each in found.terms],
    }


def _indirect(found: Annotations) -> dict[str, object]:
    return {"indirect": [_quotation(each) for each in found.indirect]}


def _disputes(found: Annotations) -> dict[str, object]:
    """Each the sentence that disputes, with what it disputes; null: not known."""
    both = ((each.statement, each.disputed) for each in found.disputes)
    return {"disputes": [_quotation(one) | {"disputed": other and _quotation(other)} for one, other in both]}


def _timexes(found: Annotations) -> dict[str, object]:
    return {"timexes": [_time_expression(each) for each in found.time_expressions]}


def _events(found: Annotations) -> dict[str, object]:
    return {"events": [_event(each) for each in found.datings]}


def _key_phrases(found: Annotations) -> dict[str, object]:
    phrases = found.key_phrases
    return {
        "key_phrases": [
            {
                "phrase": each.phrase,
                "score": each.score,
                "count": each.count,
                "spans": [[span.start, span.end] for span in each.spans],
            }
            for each in phrases
        ],
        "keys": [each.phrase for each in phrases],
    }


_WRITERS: dict[str, Callable[[Annotations], dict[str, object]]] = {
    "quotes": _quotes,
    "timexes": _timexes,
    "events": _events,
    "key_phrases": _key_phrases,
    "indirect": _indirect,
    "disputes": _disputes,
}


def _excerpt(excerpt: Excerpt) -> dict[str, object]:
    span = excerpt.span
    return {"start": span and span.start, "end": span and span.end, "text": excerpt.text}


def _quotation(quotation: Quotation) -> dict[str, object]:
    return (
        _excerpt(quotation.words)
        | {
            # Where "he" could not be made a name, "he" is what is known of the speaker; "how" says so.
            "speaker": quotation.speaker or quotation.mention,
            "mention": quotation.mention,
            "cue": quotation.cue,
            "kind": quotation.kind,
            "how": quotation.how,
        }
        | ({"relayed_by": quotation.relayed_by} if quotation.relayed_by else {})
    )


def _time_expression(timex: TimeExpression) -> dict[str, object]:
    return _excerpt(timex.words) | {"type": timex.type, "value": timex.value, "how": timex.how}


def _event(dating: Dating) -> dict[str, object]:
    span = dating.clause.span
    date = day_or_coarser(dating.value)
    return {"start": span and span.start, "end": span and span.end, "date": date, "how": dating.by}


def day_or_coarser(value: str | None) -> str | None:
    """A time expression's value as a calendar day, month or year; None where not even the year is known.

    "2013-12-10T09:00" → "2013-12-10"; "2013-W50" → "2013-12"; "2009-Q3" → "2009"; "XXXX-10-07" → None.
    """
    from sitegen import dates  # noqa: PLC0415 - see above

    if value is None:
        return None
    day = value.partition("T")[0]
    if _DAY_OR_COARSER.fullmatch(day):
        return day
    bounds = dates.bounds(value)
    if bounds is None:
        return None
    parts = zip(*(bound.isoformat().split("-") for bound in bounds), strict=True)
    shared = [one for one, other in parts if one == other] if bounds[0].year == bounds[1].year else []
    return "-".join(shared) or None
