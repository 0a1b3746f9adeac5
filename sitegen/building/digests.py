"""Seed → fresh digest, as the Markdown of a content file: one task, and its place in the store."""

import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen.building import fingerprint
from sitegen.building.origins import Origin
from sitegen.building.run import Run
from sitegen.building.store import Store, key_of
from sitegen.building.trace import SeedTrace
from sitegen.config import Settings
from sitegen.engine import chunk_for, open_executor, ordered
from sitegen.errors import SitegenError, UsageError
from sitegen.intake.collections import Item
from sitegen.model import Article
from sitegen.proof import words_in_source

FEW = 16
"""Up to this many seeds, starting other processes takes longer than the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A seed as it lies on the disk, and what its digest is to be made with."""

    file: str
    """Path from the project's folder."""
    matter: bytes | Item
    """The file's bytes; of a collection, one item of it."""
    sidecar: str
    """Path of the file with its facts, from the project's folder."""
    facts: bytes | None
    """The bytes of that file; None: there is none."""
    settings: Settings
    """Only what a digest may depend on; everything else stands at its default."""

    @property
    def origin(self) -> Origin:
        """Where it comes from."""
        return Origin(file=self.file, item=self.matter.name if isinstance(self.matter, Item) else None)

    def trace(self) -> SeedTrace:
        """What the digest is made from, as hashes."""
        facts = "" if self.facts is None else sha256(self.facts).hexdigest()
        matter = self.matter
        seed = matter.sha256 if isinstance(matter, Item) else sha256(matter).hexdigest()
        return SeedTrace(seed=seed, facts=facts)

    def key(self) -> str:
        """The name of the digest in the store: a hash of everything it is made from.

        The line of an item is not among it: a row that moves down keeps its digest.
        """
        facts = b"-" if self.facts is None else b"+" + self.facts
        matter = self.matter
        parts: tuple[str | bytes, ...] = (
            (matter.name, matter.encoding, matter.facts.slug or "", matter.sha256)
            if isinstance(matter, Item)
            else (matter,)
        )
        return key_of("digest", self.file, *parts, facts, repr(self.settings), fingerprint.program())


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A digest made from a seed, rendered."""

    origin: Origin
    seed: str
    """Hash of what it was made from, as the content file has it."""
    slug: str
    markdown: str
    words: str
    """Hash of what the seed has at the places of the digest's excerpts: ``proof.words_in_source``."""
    left_out: tuple[str, ...] = ()
    """The lines of the seed taken for boilerplate; empty where the digest was in the store."""


class BugError(SitegenError):
    """A failure of sitegen's own, met with one seed; reported, and never kept in the store."""

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild_bug, (self.message, self.path, self.hint))


def _rebuild_bug(message: str, path: str, hint: str) -> BugError:
    return BugError(message, path=path, hint=hint)


def digest_seed(seed: Seed) -> Fresh | SitegenError:
    """The work of one task: a pure function of the seed's bytes.

    Raises:
        UsageError: a setting that no seed can be digested with.
    """
    # Imported here, because a build that finds every digest in the store needs none of it.
    from sitegen import digest  # noqa: PLC0415
    from sitegen.content_file import digest_markdown  # noqa: PLC0415

    try:
        article = article_of(seed)
        made = digest.make(article, seed.settings)
        markdown = digest_markdown.render(made)
    except UsageError:
        raise
    except SitegenError as error:
        return error
    except Exception as error:  # noqa: BLE001 - whatever one seed does to us, the others are published
        return bug(error, seed.file)
    return Fresh(
        origin=seed.origin,
        seed=article.sha256,
        slug=made.slug,
        markdown=markdown,
        words=words_in_source(made, article.text),
        left_out=made.source.removed if made.source else (),
    )


def article_of(seed: Seed) -> Article:
    """The seed's text and facts.

    Raises:
        SitegenError: the seed or its facts cannot be read.
    """
    from sitegen import intake  # noqa: PLC0415 - as above

    matter = seed.matter
    if isinstance(matter, Item):
        defaults = intake.parse_sidecar(seed.facts or b"", path=seed.sidecar, of_many=True)
        return intake.parse_item(matter, file=seed.file, defaults=defaults)
    facts = intake.parse_sidecar(seed.facts or b"", path=seed.sidecar)
    return intake.parse_seed(matter, file=seed.file, facts=facts)


def bug(error: Exception, file: str) -> BugError:
    """A mistake of sitegen's own, or of a library's, met with ``file``."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return BugError(
        f"sitegen failed on this seed: {type(error).__name__}: {error}"[:300],
        path=file,
        hint=f"a mistake in {Path(place.filename).name}, line {place.lineno}; please report it",
    )


def kept(store: Store, key: str, origin: Origin) -> Fresh | SitegenError | None:
    """The answer the store has under ``key`` for the seed at ``origin``; None where it has none."""
    match store.read(key):
        case {"slug": str(slug), "markdown": str(markdown), "seed": str(checksum), "words": str(words)}:
            return Fresh(origin=origin, seed=checksum, slug=slug, markdown=markdown, words=words)
        case {
            "error": str(message),
            "path": None | str() as path,
            "line": None | int() as line,
            "hint": None | str() as hint,
        }:
            return SitegenError(message, path=path, line=line, hint=hint)
    return None


def _keep(store: Store, key: str, answer: Fresh | SitegenError) -> None:
    record: Mapping[str, object]
    match answer:
        case BugError():
            return
        case SitegenError():
            record = {
                "error": answer.message,
                "path": answer.path,
                "line": answer.line,
                "hint": answer.hint,
            }
        case Fresh():
            record = {
                "slug": answer.slug,
                "markdown": answer.markdown,
                "seed": answer.seed,
                "words": answer.words,
            }
    store.write(key, record)


def make_all(seeds: Iterable[Seed], count: int, run: Run) -> dict[Origin, Fresh | SitegenError]:
    """The digests of ``seeds``; each is kept as it comes, so a killed build goes on from there.

    Args:
        seeds: a stream; few of them are in memory at a time.
        count: how many they are, at most.
        run: the build.
    """
    if not count:
        return {}
    jobs = 1 if count <= FEW else min(run.jobs, count)
    answers: dict[Origin, Fresh | SitegenError] = {}
    sent: deque[tuple[Origin, str]] = deque()

    def noted() -> Iterator[Seed]:
        for seed in seeds:
            sent.append((seed.origin, seed.key()))
            yield seed

    with run.progress("Digests", count) as advance, open_executor(jobs) as executor:
        for answer in ordered(
            executor,
            digest_seed,
            noted(),
            chunk=chunk_for(count, jobs),
            ahead=1 if jobs == 1 else jobs * 3,
        ):
            origin, key = sent.popleft()
            _keep(run.store, key, answer)
            answers[origin] = answer
            advance(1)
    return answers
