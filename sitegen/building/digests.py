"""Seed → fresh digest, as the Markdown of a content file: one task, and its place in the store."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen.building import fingerprint
from sitegen.building.run import Run
from sitegen.building.store import Store, key_of
from sitegen.building.trace import SeedTrace
from sitegen.config import Settings
from sitegen.engine import chunk_for, open_executor, ordered
from sitegen.errors import SitegenError, UsageError
from sitegen.model import Article

_FEW = 16
"""Up to this many seeds, starting other processes takes longer than the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A seed as it lies on the disk, and what its digest is to be made with."""

    file: str
    """Path from the project's folder."""
    raw: bytes
    sidecar: str
    """Path of the file with its facts, from the project's folder."""
    facts: bytes | None
    """The bytes of that file; None: there is none."""
    settings: Settings
    """Only what a digest may depend on; everything else stands at its default."""

    def trace(self) -> SeedTrace:
        """What the digest is made from, as hashes."""
        facts = "" if self.facts is None else sha256(self.facts).hexdigest()
        return SeedTrace(seed=sha256(self.raw).hexdigest(), facts=facts)

    def key(self) -> str:
        """The name of the digest in the store: a hash of everything it is made from."""
        facts = b"-" if self.facts is None else b"+" + self.facts
        return key_of("digest", self.file, self.raw, facts, repr(self.settings), fingerprint.program())


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A digest made from a seed, rendered."""

    file: str
    seed: str
    """Hash of the seed's bytes."""
    slug: str
    markdown: str


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
        return _bug(error, seed.file)
    return Fresh(file=seed.file, seed=article.sha256, slug=made.slug, markdown=markdown)


def article_of(seed: Seed) -> Article:
    """The seed's text and facts.

    Raises:
        SitegenError: the seed or its facts cannot be read.
    """
    from sitegen import intake  # noqa: PLC0415 - as above

    facts = intake.parse_sidecar(seed.facts or b"", path=seed.sidecar)
    return intake.parse_seed(seed.raw, file=seed.file, facts=facts)


def _bug(error: Exception, file: str) -> BugError:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return BugError(
        f"sitegen failed on this seed: {type(error).__name__}: {error}"[:300],
        path=file,
        hint=f"a mistake in {Path(place.filename).name}, line {place.lineno}; please report it",
    )


def kept(store: Store, seed: Seed) -> Fresh | SitegenError | None:
    """The answer the store has for ``seed``; None where it has none."""
    match store.read(seed.key()):
        case {"slug": str(slug), "markdown": str(markdown), "seed": str(checksum)}:
            return Fresh(file=seed.file, seed=checksum, slug=slug, markdown=markdown)
        case {
            "error": str(message),
            "path": None | str() as path,
            "line": None | int() as line,
            "hint": None | str() as hint,
        }:
            return SitegenError(message, path=path, line=line, hint=hint)
    return None


def _keep(store: Store, seed: Seed, answer: Fresh | SitegenError) -> None:
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
            record = {"slug": answer.slug, "markdown": answer.markdown, "seed": answer.seed}
    store.write(seed.key(), record)


def make_all(seeds: list[Seed], run: Run) -> dict[str, Fresh | SitegenError]:
    """The digests of ``seeds``, by file; each is kept as it comes, so a killed build goes on from there."""
    if not seeds:
        return {}
    jobs = 1 if len(seeds) <= _FEW else min(run.jobs, len(seeds))
    answers: dict[str, Fresh | SitegenError] = {}
    with run.progress("Digests", len(seeds)) as advance, open_executor(jobs) as executor:
        results = ordered(
            executor,
            digest_seed,
            seeds,
            chunk=chunk_for(len(seeds), jobs),
            ahead=1 if jobs == 1 else jobs * 3,
        )
        for seed, answer in zip(seeds, results, strict=True):
            _keep(run.store, seed, answer)
            answers[seed.file] = answer
            advance(1)
    return answers
