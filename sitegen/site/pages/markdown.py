"""Sections that a person wrote, as HTML: CommonMark without raw HTML, and links only where they are safe."""

from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

LINK_SCHEMES = frozenset({"", "http", "https", "mailto"})
"""Of links in a person's text; the empty one is a link inside the site."""

HIGHEST_HEADING = 3
"""The section's own heading is an ``h2``; nothing inside it may stand above or beside it."""


def render(source: str) -> Markup:
    """Markdown → HTML. Raw HTML is shown as text, an unsafe link as its source, an image as a link to it."""
    return Markup(_renderer().render(source))  # noqa: S704 - markdown-it escapes everything it does not make


def render_line(source: str, prefix: str) -> Markup:
    """One line of Markdown → HTML, without a paragraph round it; safe as :func:`render`'s.

    ``prefix`` stands before links to files of the site, which are written as paths from its root.
    """
    markdown = _renderer()
    tokens = markdown.parseInline(source, {})
    for inner in tokens[0].children or ():
        name = {"link_open": "href", "image": "src"}.get(inner.type, "")
        target = inner.attrGet(name)
        if isinstance(target, str) and _scheme(target) == "" and not target.startswith(("#", "/")):
            inner.attrSet(name, prefix + target)
    return Markup(markdown.renderer.render(tokens, markdown.options, {}))  # noqa: S704 - as above


def is_web(url: str) -> bool:
    """True for an http or https address."""
    return _scheme(url) in {"http", "https"}


@cache
def _renderer() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.validateLink = lambda url: _scheme(url) in LINK_SCHEMES  # type: ignore[method-assign]
    markdown.core.ruler.push("lower_headings", lambda state: _lower_headings(state.tokens))
    markdown.core.ruler.push("link_pages", lambda state: _link_pages(state.tokens))
    # A picture from elsewhere would tell another site who reads this one.
    markdown.add_render_rule("image", _image_as_link)
    return markdown


def _scheme(url: str) -> str | None:
    """The scheme of an address as a browser reads it; None for an address that cannot be read."""
    # Browsers drop these characters before they look for the scheme.
    plain = "".join(character for character in url if character > " " and character != "\x7f")
    if plain.startswith("//") or "\\" in plain:
        return None
    try:
        parts = urlsplit(plain)
    except ValueError:
        return None
    if not parts.scheme and ":" in parts.path.partition("/")[0]:
        return None  # a scheme in disguise, such as java%09script:
    return parts.scheme.lower()


def _lower_headings(tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{max(int(token.tag[1]), HIGHEST_HEADING)}"


def _link_pages(tokens: Sequence[Token]) -> None:
    """``[other](other.md)`` works on GitHub; here the other article's page lies beside this one."""
    for token in tokens:
        for inner in token.children or ():
            target = inner.attrGet("href") if inner.type == "link_open" else None
            if isinstance(target, str) and _scheme(target) == "":
                path, hash_, fragment = target.partition("#")
                if path.endswith(".md"):
                    inner.attrSet("href", f"{path.removesuffix('.md')}.html{hash_}{fragment}")


def _image_as_link(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[at]
    words = renderer.renderInlineAsText(token.children or [], options, env)
    return str(Markup('<a href="{}">{}</a>').format(token.attrGet("src") or "", words or escape("image")))
