"""What axe finds on a page, in light and in dark."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

EVERY_RULE = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}


def violations(page: Page) -> str:
    """A report, empty where there are none."""
    page.emulate_media(color_scheme="light")
    light = Axe().run(page, options=EVERY_RULE)
    page.emulate_media(color_scheme="dark")  # nothing but the colours differs
    dark = Axe().run(page, options=CONTRAST)
    return "\n".join(str(found.generate_report()) for found in (light, dark) if found.violations_count)
