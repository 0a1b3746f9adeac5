"""One colour → two that can be read: a darker one for light pages, a lighter one for dark pages.

Hue and saturation stay; only the lightness moves, and only as far as it must. Contrast is that of WCAG 2.2.
"""

import colorsys
from collections.abc import Iterable

from sitegen.site.page import Page

PATH = "static/accent.css"
"""A file, because the pages' policy allows no styles inside them."""

LEAST = 4.5
"""The contrast that WCAG asks for text of any size, level AA."""

LIGHT = ("#fbfaf6", "#ffffff")
"""The grounds of light pages, as ``templates/static`` has them."""

DARK = ("#161614", "#1f1e1b")
"""Those of dark pages."""

_STEPS = 100


def accent_css(colour: str) -> Page:
    """The style sheet that puts ``colour``, ``#rrggbb``, in the place of the theme's accent."""
    light, dark = on(colour, LIGHT, target=0.0), on(colour, DARK, target=1.0)
    # Behind the theme's own sheets; its rules for high contrast, forced colours and paper go before it.
    return Page(path=PATH, body=f":root {{ --accent: light-dark({light}, {dark}); }}\n".encode())


def on(colour: str, grounds: Iterable[str], *, target: float) -> str:
    """``colour``, moved towards the lightness ``target`` (0 to 1) until it can be read on all ``grounds``."""
    grounds = tuple(grounds)
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(_STEPS + 1):
        moved = lightness + (target - lightness) * step / _STEPS
        found = _written(colorsys.hls_to_rgb(hue, moved, saturation))
        if all(contrast(found, ground) >= LEAST for ground in grounds):
            return found
    raise ValueError(f"nothing can be read on all of {grounds}")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _written(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
