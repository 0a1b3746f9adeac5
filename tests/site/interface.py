"""The words of the default theme's interface, for tests that render no page."""

from sitegen.site.theme import open_theme

ENGLISH = open_theme(None).strings("en")
GERMAN = open_theme(None).strings("de")
