"""The front matter of a content file ⇄ title, facts, source and key phrases."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.content_file.places import read_range, write_range
from sitegen.content_file.where import Where
from sitegen.errors import SitegenError
from sitegen.facts import FACT_KEYS, read_facts
from sitegen.front_matter import YAML_LINE
from sitegen.model import Correction, Digest, Facts, KeyPhrase, Source, Span, Withdrawal
from sitegen.strict_yaml import MAX_BYTES, Writable, YamlMapping, read, refuse_unknown_keys, write

_KEYS = (*(key for key in FACT_KEYS if key != "slug"), "source", "key_phrases", "seal")
_SOURCE_KEYS = ("file", "item", "sha256", "encoding", "detected_language", "sketch", "removed")
_PHRASE_KEYS = ("phrase", "score", "count", "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the front matter says."""

    title: str
    facts: Facts
    source: Source | None
    key_phrases: tuple[KeyPhrase, ...]


def write_head(digest: Digest) -> str:
    """The YAML between the ``---`` lines, its seal still empty.

    Raises:
        SitegenError: it would be larger than :func:`read_head` accepts.
    """
    facts = digest.facts
    before = {"title": digest.title}
    published = "published: null  # not stated in the source\n" if facts.published is None else ""
    after: dict[str, Writable] = {
        "published": facts.published,
        "modified": facts.modified,
        "publisher": facts.publisher,
        "url": facts.url,
        "byline": facts.byline,
        "language": facts.language,
        "sections": facts.sections or None,
        "credits": facts.credits or None,
        "notice": facts.notice,
        "aliases": facts.aliases or None,
        "added": facts.added,
        "corrections": [_write_dated(each) for each in facts.corrections] or None,
        "withdrawn": None if facts.withdrawn is None else _write_dated(facts.withdrawn),
        "source": None if digest.source is None else _write_source(digest.source),
        "key_phrases": [_write_phrase(each) for each in digest.key_phrases] or None,
        "draft": facts.draft or None,
        "hidden": facts.hidden or None,
    }
    known = {key: value for key, value in after.items() if value is not None}
    yaml = f"{write(before)}{published}{write(known)}seal:\n"
    if len(yaml.encode()) > MAX_BYTES:
        raise SitegenError(
            f"the facts of “{digest.title[:80]}” fill more than {MAX_BYTES // 1024} kB of front matter",
            hint="shorten them beside the seed",
        )
    return yaml


def read_head(yaml: str | None, *, path: str) -> Head:
    """What the front matter says.

    Raises:
        SitegenError: no front matter or no title, an unknown key, a value of the wrong form; with its line.
    """
    if yaml is None:
        raise SitegenError(
            "no front matter", path=path, line=1, hint="begin with the lines “---”, “title: …” and “---”"
        )
    mapping = read(yaml, path=path, first_line=YAML_LINE)
    if "slug" in mapping:
        raise _where(mapping, "slug", path).error("slug: cannot stand here", "rename this file instead")
    refuse_unknown_keys(mapping, _KEYS, path=path)
    facts = read_facts(mapping.without(("source", "key_phrases", "seal")), path=path)
    if facts.title is None:
        raise _where(mapping, "title", path).error("no title", "add a line “title: …”")
    return Head(
        title=facts.title,
        facts=replace(facts, title=None),
        source=_read_source(mapping, path),
        key_phrases=tuple(_read_phrases(mapping, path)),
    )


def _write_dated(entry: Correction | Withdrawal) -> Mapping[str, Writable]:
    return {name: getattr(entry, name) for name in entry.__slots__}


def _write_source(source: Source) -> Mapping[str, Writable]:
    record: dict[str, Writable] = {
        "file": source.file,
        "item": source.item,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "detected_language": source.detected_language,
        "sketch": source.sketch,
        "removed": source.removed or None,
    }
    return {key: value for key, value in record.items() if value is not None}


def _read_source(mapping: YamlMapping, path: str) -> Source | None:
    value = mapping.get("source")
    if value is None:
        return None
    where = _where(mapping, "source", path)
    if not isinstance(value, YamlMapping):
        raise where.error("source: expected file, sha256 and encoding below it", "or leave it out")
    refuse_unknown_keys(value, _SOURCE_KEYS, path=path)
    return Source(
        file=_text(value, "file", path),
        item=_text_or_none(value, "item", path),
        sha256=_text(value, "sha256", path),
        encoding=_text(value, "encoding", path),
        detected_language=_text_or_none(value, "detected_language", path),
        sketch=_text_or_none(value, "sketch", path),
        removed=_texts(value, "removed", path),
    )


def _write_phrase(phrase: KeyPhrase) -> Mapping[str, Writable]:
    places = " ".join(map(write_range, phrase.spans))
    record: dict[str, Writable] = {"phrase": phrase.phrase, "score": phrase.score, "count": phrase.count}
    return {**record, "at": places} if places else record


def _read_phrases(mapping: YamlMapping, path: str) -> Iterator[KeyPhrase]:
    """The key phrases; by hand, a phrase may stand alone, and then counts as the best."""
    items = mapping.get("key_phrases") or []
    if not isinstance(items, list):
        raise _where(mapping, "key_phrases", path).error(
            "key_phrases: expected a list", "write: [one, another]"
        )
    for item in items:
        if isinstance(item, str):
            yield KeyPhrase(phrase=item, score=0.0, count=0)
        elif isinstance(item, YamlMapping):
            refuse_unknown_keys(item, _PHRASE_KEYS, path=path)
            yield KeyPhrase(
                phrase=_text(item, "phrase", path),
                score=_score(item, path),
                count=_count(item, path),
                spans=tuple(_spans(item, path)),
            )
        else:
            raise _where(mapping, "key_phrases", path).error(
                "key_phrases: expected phrases", "put each in quotes"
            )


def _score(phrase: YamlMapping, path: str) -> float:
    value = phrase.get("score") or "0"
    try:
        score = float(value) if isinstance(value, str) else math.nan
    except ValueError:
        score = math.nan
    if not math.isfinite(score):
        raise _where(phrase, "score", path).error(
            "score: expected a number", "write it as in 0.0123, or leave it out"
        )
    return score


def _count(phrase: YamlMapping, path: str) -> int:
    value = phrase.get("count") or "0"
    if not (isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10):
        raise _where(phrase, "count", path).error("count: expected a whole number", "or leave it out")
    return int(value)


def _spans(phrase: YamlMapping, path: str) -> Iterator[Span]:
    for place in (_text_or_none(phrase, "at", path) or "").split():
        span = read_range(place)
        if span is None:
            raise _where(phrase, "at", path).error(
                f"at: “{place}” names no place in the article",
                "write it as in: c929-1102 c1300-1309; or leave it out",
            )
        yield span


def _text(mapping: YamlMapping, key: str, path: str) -> str:
    value = mapping.get(key)
    if not isinstance(value, str):
        raise _where(mapping, key, path).error(f"{key}: expected one line of text", f"write “{key}: …”")
    return value


def _text_or_none(mapping: YamlMapping, key: str, path: str) -> str | None:
    return None if mapping.get(key) is None else _text(mapping, key, path)


def _texts(mapping: YamlMapping, key: str, path: str) -> tuple[str, ...]:
    value = mapping.get(key) or []
    texts = tuple(line for line in value if isinstance(line, str))
    if not isinstance(value, list) or len(texts) != len(value):
        raise _where(mapping, key, path).error(f"{key}: expected a list of lines", "put each in quotes")
    return texts


def _where(mapping: YamlMapping, key: str, path: str) -> Where:
    return Where(path=path, line=mapping.line(key))
