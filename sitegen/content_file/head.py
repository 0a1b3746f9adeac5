"""The front matter of a content file ⇄ title, facts, source and key phrases."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.content_file.where import Where
from sitegen.errors import SitegenError
from sitegen.facts import FACT_KEYS, read_facts
from sitegen.front_matter import YAML_LINE
from sitegen.model import Digest, Facts, KeyPhrase, Source
from sitegen.strict_yaml import MAX_BYTES, Writable, YamlMapping, read, refuse_unknown_keys, write

_KEYS = (*(key for key in FACT_KEYS if key != "slug"), "source", "key_phrases", "seal")
_SOURCE_KEYS = ("file", "sha256", "encoding", "removed")
_PHRASE_KEYS = ("phrase", "score", "count")


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
        "notice": facts.notice,
        "source": None if digest.source is None else _write_source(digest.source),
        "key_phrases": [_write_phrase(each) for each in digest.key_phrases] or None,
        "draft": facts.draft or None,
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


def _write_source(source: Source) -> Mapping[str, Writable]:
    record = {"file": source.file, "sha256": source.sha256, "encoding": source.encoding}
    return {**record, "removed": source.removed} if source.removed else record


def _read_source(mapping: YamlMapping, path: str) -> Source | None:
    value = mapping.get("source")
    if value is None:
        return None
    where = _where(mapping, "source", path)
    if not isinstance(value, YamlMapping):
        raise where.error("source: expected file, sha256 and encoding below it", "or leave it out")
    refuse_unknown_keys(value, _SOURCE_KEYS, path=path)
    removed = value.get("removed") or []
    lines = tuple(line for line in removed if isinstance(line, str))
    if not isinstance(removed, list) or len(lines) != len(removed):
        raise _where(value, "removed", path).error("removed: expected a list of lines", "put each in quotes")
    return Source(
        file=_text(value, "file", path),
        sha256=_text(value, "sha256", path),
        encoding=_text(value, "encoding", path),
        removed=lines,
    )


def _write_phrase(phrase: KeyPhrase) -> Mapping[str, Writable]:
    return {"phrase": phrase.phrase, "score": phrase.score, "count": phrase.count}


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
            phrase = _text(item, "phrase", path)
            yield KeyPhrase(phrase=phrase, score=_score(item, path), count=_count(item, path))
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


def _text(mapping: YamlMapping, key: str, path: str) -> str:
    value = mapping.get(key)
    if not isinstance(value, str):
        raise _where(mapping, key, path).error(f"{key}: expected one line of text", f"write “{key}: …”")
    return value


def _where(mapping: YamlMapping, key: str, path: str) -> Where:
    return Where(path=path, line=mapping.line(key))
