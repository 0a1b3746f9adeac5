"""Seeds: which files are, what lies beside them, and how one becomes an Article. The intake's disk access."""

import dataclasses
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from sitegen import strict_yaml
from sitegen.errors import SitegenError
from sitegen.facts import merge, read_facts
from sitegen.intake import fragments, html, markdown, plain_text
from sitegen.intake.collections import Form, Item, suffix_of
from sitegen.intake.decoding import decode
from sitegen.intake.language_detection import detect
from sitegen.intake.layout import Layout, lay_out
from sitegen.intake.reading import Reading
from sitegen.model import Article, Facts, Source, Span

MAX_BYTES = 16_000_000
"""A seed is one article; a larger file is a mistake, and would be held in memory several times over."""

_READERS: Mapping[str, Callable[[str, str], Reading]] = {
    ".txt": lambda text, _file: plain_text.read(text),
    ".md": lambda text, file: markdown.read(text, file=file),
    ".markdown": lambda text, file: markdown.read(text, file=file),
    ".html": lambda text, file: html.read(text, file=file),
    ".htm": lambda text, file: html.read(text, file=file),
}
ONE_ARTICLE = tuple(_READERS)
"""Endings of files that are one article."""
_HTML = frozenset({".html", ".htm"})
_LONGEST_MADE_TITLE = 90


def is_seed(path: Path) -> bool:
    """True for the name of a raw article (``.txt .md .markdown .html .htm``) or of a collection of them."""
    known = path.suffix.casefold() in _READERS or is_collection(path)
    return known and not path.name.startswith(".")


def is_collection(path: Path) -> bool:
    """True for the name of a file that holds many articles (``.jsonl .csv .rss .warc.gz`` and so on)."""
    return suffix_of(path.name) is not None


def sidecar_of(path: Path) -> Path:
    """Where the facts about a seed stand: ``seeds/name.yml`` for ``seeds/name.txt``."""
    return path.with_name(f"{bare_name(path.name)}.yml")


def bare_name(name: str) -> str:
    """A seed's file name without its ending: ``wire`` for ``wire.jsonl`` and for ``wire.warc.gz``."""
    suffix = suffix_of(name)
    return name[: -len(suffix)] if suffix else PurePosixPath(name).stem


def read_seed(path: Path, *, root: Path) -> Article:
    """Read a seed and its sidecar.

    Args:
        path: the seed, a file inside ``root``.
        root: the project's folder.

    Raises:
        SitegenError: it cannot be read, leads outside the project, is no text, or states facts that are not
            well-formed.
    """
    file = _project_name(path, root)
    raw = _read_inside(path, root, file)
    return parse_seed(raw, file=file, facts=_read_sidecar(path, root, file))


def parse_seed(raw: bytes, *, file: str, facts: Facts) -> Article:
    """A seed's bytes as an Article.

    Args:
        raw: the whole file.
        file: the seed's path, relative to the project; its suffix tells the format.
        facts: from the sidecar; they are trusted more than the seed's own.

    Raises:
        SitegenError: it is no text, holds no article, or its front matter is not well-formed.
    """
    path = PurePosixPath(file)
    suffix = path.suffix.casefold()
    decoded = decode(raw, path=file, html=suffix in _HTML)
    reading = _READERS.get(suffix, _READERS[".txt"])(decoded.text, file)
    if not reading.blocks:
        raise SitegenError(
            "there is no text in it", path=file, hint="put the article in it or remove the file"
        )
    layout = lay_out(reading, title=merge(facts, reading.facts).title)
    trusted = merge(facts, reading.facts, layout.facts)
    return _article(
        reading,
        layout,
        trusted,
        Source(file=file, sha256=hashlib.sha256(raw).hexdigest(), encoding=decoded.encoding),
    )


def parse_item(item: Item, *, file: str, defaults: Facts) -> Article:
    """An item of a collection as an Article.

    Args:
        item: as :func:`sitegen.intake.collections.read_collection` gives it.
        file: the collection's path, relative to the project.
        defaults: from the sidecar; they hold where the item states nothing.

    Raises:
        SitegenError: it is no text, or holds no article.
    """
    is_page = item.form is Form.PAGE
    decoded = decode(item.raw, path=file, html=is_page, label=item.charset)
    match item.form:
        case Form.PAGE:
            reading = html.read(decoded.text, file=file)
        case Form.FRAGMENT:
            reading = fragments.read(decoded.text, file=file)
        case Form.TEXT:
            reading = plain_text.read(decoded.text)
    if not reading.blocks:
        raise SitegenError("there is no text in it", path=file)
    # What a page states about itself comes before the address it was fetched from.
    stated = merge(reading.facts, item.facts) if is_page else item.facts
    layout = lay_out(reading, title=stated.title)
    # The bytes of an item that is no page are UTF-8, whatever its file is in.
    encoding = decoded.encoding if is_page else item.encoding + decoded.encoding.removeprefix("utf-8")
    source = Source(file=file, item=item.name, sha256=item.sha256, encoding=encoding)
    return _article(reading, layout, merge(stated, layout.facts, defaults), source)


def _article(reading: Reading, layout: Layout, trusted: Facts, source: Source) -> Article:
    return Article(
        file=source.file,
        item=source.item,
        sha256=source.sha256,
        encoding=source.encoding,
        text=reading.text,
        title=trusted.title or _title(reading.text, layout) or bare_name(PurePosixPath(source.file).name),
        facts=dataclasses.replace(trusted, title=None),
        paragraphs=layout.paragraphs,
        headline=layout.headline,
        removed=_removed(layout, trusted),
        detected_language=None
        if trusted.language
        else detect(span.of(reading.text) for span in layout.paragraphs),
    )


def _title(text: str, layout: Layout) -> str:
    """The headline, or for a text without one its opening words."""
    if layout.headline is not None:
        return " ".join(layout.headline.of(text).split()).rstrip(" ;")
    words = layout.paragraphs[0].of(text)[: 4 * _LONGEST_MADE_TITLE].split()
    opening = " ".join(words)
    if len(opening) <= _LONGEST_MADE_TITLE:
        return opening
    cut = opening[:_LONGEST_MADE_TITLE].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:-–—') or cut} …"


def _removed(layout: Layout, trusted: Facts) -> tuple[Span, ...]:
    """What a reader finds neither in the body nor in the title nor, word for word, among the facts."""
    hidden: list[Span] = []
    if not set(layout.facts.sections) <= set(trusted.sections):
        hidden.extend(layout.sections)
    if not set(layout.facts.credits) <= set(trusted.credits):
        hidden.extend(layout.credits)
    return tuple(sorted([*hidden, *layout.removed]))


def _project_name(path: Path, root: Path) -> str:
    try:
        name = path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        raise SitegenError("this file is not inside the project", path=str(path)) from None
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        printable = name.encode("utf-8", "backslashreplace").decode("utf-8")
        raise SitegenError("the file's name is not UTF-8", path=printable, hint="rename it") from None
    return name


def _read_inside(path: Path, root: Path, file: str) -> bytes:
    """The bytes of a regular file that, links followed, still lies inside the project."""
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve(strict=True)):
            raise SitegenError(
                "this link leads outside the project", path=file, hint="copy the file itself into the project"
            )
        if not real.is_file():
            raise SitegenError("this is not a regular file", path=file)
        if real.stat().st_size > MAX_BYTES:
            raise SitegenError(
                f"the file is larger than {MAX_BYTES // 1_000_000} MB",
                path=file,
                hint="a seed is one article",
            )
        return real.read_bytes()
    except (OSError, RuntimeError) as error:  # Python 3.11 reports a loop of links as a RuntimeError
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SitegenError(f"cannot read it: {reason}", path=file) from None


def _read_sidecar(path: Path, root: Path, seed: str) -> Facts:
    sidecar = sidecar_of(path)
    file = PurePosixPath(seed).with_suffix(".yml").as_posix()
    if not (sidecar.exists() or sidecar.is_symlink()):
        if path.with_suffix(".yaml").exists():
            misnamed = PurePosixPath(seed).with_suffix(".yaml").as_posix()
            raise SitegenError("facts beside a seed end in .yml", path=misnamed, hint=f"rename it to {file}")
        return Facts()
    return parse_sidecar(_read_inside(sidecar, root, file), path=file)


_OF_ONE = ("title", "slug", "url", "aliases")
"""Facts that no two articles share."""


def parse_sidecar(raw: bytes, *, path: str, of_many: bool = False) -> Facts:
    """The facts in the bytes of a sidecar; ``path`` is for messages.

    Args:
        raw: the whole file.
        path: the file, for messages.
        of_many: True: it stands beside a collection, and holds for every article that states nothing else.

    Raises:
        SitegenError: it is not UTF-8, not well-formed, or states something no fact is.
    """
    try:
        source = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SitegenError("this is not UTF-8 text", path=path, line=line, hint="save it as UTF-8") from None
    entries = strict_yaml.read(source, path=path)
    for key in _OF_ONE if of_many else ():
        if key in entries:
            raise SitegenError(
                f"{key}: cannot be the same for every article of a collection",
                path=path,
                line=entries.line(key),
                hint="state it in the collection, in each article's own place",
            )
    return read_facts(entries, path=path)
