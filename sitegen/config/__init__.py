"""``sitegen.yml`` → frozen :class:`Settings`. A key that is not known here is a mistake, never ignored.

``settings`` says what can be set, ``reading`` reads the file, ``entries`` its values by type, and ``people``
the one setting that is a list.
"""

from sitegen.config.reading import load_settings, parse_settings
from sitegen.config.settings import (
    SETTINGS_FILE,
    Folders,
    KeyPhraseSettings,
    PageSettings,
    PersonSettings,
    QuotationSettings,
    Settings,
    SiteSettings,
)

__all__ = [
    "SETTINGS_FILE",
    "Folders",
    "KeyPhraseSettings",
    "PageSettings",
    "PersonSettings",
    "QuotationSettings",
    "Settings",
    "SiteSettings",
    "load_settings",
    "parse_settings",
]
