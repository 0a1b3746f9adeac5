"""What lies in the content folder: the files that count, their bytes, and what they say."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.content_file import digest_markdown
from sitegen.content_file.slips import slips as slips_of_text
from sitegen.disk import files_below, read_if_there, relative
from sitegen.errors import SitegenError, UsageError
from sitegen.model import Digest
from sitegen.slugs import slugify

_ENDING = ".md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The content folder as it was found."""

    present: Mapping[str, bytes]
    """The bytes of every file, by slug."""
    taken: frozenset[str]
    """Slugs of files that may be neither read nor written."""
    errors: tuple[SitegenError, ...]
    warnings: tuple[SitegenError, ...]


def read_folder(folder: Path, root: Path) -> Folder:
    """Read every content file.

    Raises:
        UsageError: nobody can look into the folder: whatever a person wrote there would leave the site.
    """
    here = relative(folder, root)
    present: dict[str, bytes] = {}
    errors: list[SitegenError] = []
    warnings: list[SitegenError] = []
    for found in files_below(folder, root=root, is_file_name=_is_content):
        try:
            path = _ordinary(found)
            if not _is_content(path):
                continue
            if path.parent != folder:
                warnings.append(_misplaced(path, root))
                continue
            raw = read_if_there(path, shown=relative(path, root))
        except SitegenError as error:
            if error.path == here:
                raise UsageError(error.message, path=error.path, hint=error.hint) from error
            errors.append(error)
        else:
            if raw is not None:
                present[path.stem] = raw
    refused = (PurePosixPath(error.path) for error in errors if error.path)
    return Folder(
        present=present,
        taken=frozenset(path.stem for path in refused if path.suffix == _ENDING and str(path.parent) == here),
        errors=tuple(errors),
        warnings=tuple(warnings),
    )


def _is_content(path: Path) -> bool:
    return path.suffix == _ENDING


def _ordinary(found: Path | SitegenError) -> Path:
    if isinstance(found, SitegenError):
        raise found
    return found


def _misplaced(path: Path, root: Path) -> SitegenError:
    return SitegenError(
        "is not read", path=relative(path, root), hint="put it into the content folder itself"
    )


def parse(raw: bytes, *, file: str, slug: str) -> Digest:
    """What a content file says.

    Raises:
        SitegenError: it is malformed, or its name cannot be an address.
    """
    if slugify(slug) != slug:
        raise SitegenError(
            f"the name “{slug}” cannot be an address",
            path=file,
            hint=f"rename it, for example to {slugify(slug)}.md",
        )
    return digest_markdown.parse(decode(raw, file), path=file, slug=slug)


def slips(raw: bytes, *, file: str) -> tuple[SitegenError, ...]:
    """What a person should look at in a content file that can be read."""
    return slips_of_text(decode(raw, file), path=file)


def left_out(error: SitegenError) -> SitegenError:
    """What is wrong with a content file, and what comes of it."""
    says = "; ".join(filter(None, [error.hint, "until this is mended, its page is left out"]))
    return SitegenError(error.message, path=error.path, line=error.line, hint=says)


def decode(raw: bytes, file: str) -> str:
    """The text of a content file.

    Raises:
        SitegenError: it is not UTF-8.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SitegenError("is not UTF-8 text", path=file, line=line, hint="save it as UTF-8") from error
