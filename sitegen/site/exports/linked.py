"""JSON-LD of articles with more quotations than their pages carry."""

from collections.abc import Iterator

from sitegen.config import Settings
from sitegen.facts import is_web_address
from sitegen.site.catalogue import Site
from sitegen.site.export_paths import json_ld_export
from sitegen.site.page import Page
from sitegen.site.pages.metadata import article_data, plain_json


def render(site: Site, settings: Settings) -> Iterator[Page]:
    """The files of the articles, newest first."""
    for digest in site.articles:
        url = digest.facts.url
        for path in json_ld_export(digest).values():
            safe = url if url and is_web_address(url) else None
            data = article_data(digest, settings.site, safe, site.sources.proof_of(digest).altered)
            yield Page(path=path, body=f"{plain_json(data)}\n".encode())
