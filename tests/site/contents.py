"""The content files that digests made by hand would have."""

from collections.abc import Iterable

from sitegen.content_file import digest_markdown
from sitegen.model import Digest


def contents(digests: Iterable[Digest]) -> dict[str, bytes]:
    return {digest.slug: digest_markdown.render(digest).encode() for digest in digests}
