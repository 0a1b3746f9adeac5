"""``sitegen.yml`` → frozen :class:`Settings`. A key that is not known here is a mistake, never ignored.

``settings`` says what can be set, ``reading`` reads the file, ``entries`` its values by type; ``site``,
``people`` and ``inputs`` have rules of their own.
"""

from sitegen.config.reading import load_settings, parse_settings
from sitegen.config.settings import (
    AREAS,
    COLUMN_FIELDS,
    SETTINGS_FILE,
    FileColumns,
    Folders,
    InputSettings,
    KeyPhraseSettings,
    NavigationLink,
    PageSettings,
    PersonSettings,
    QuotationSettings,
    Robots,
    Settings,
    SiteSettings,
)

__all__ = [
    "AREAS",
    "COLUMN_FIELDS",
    "SETTINGS_FILE",
    "FileColumns",
    "Folders",
    "InputSettings",
    "KeyPhraseSettings",
    "NavigationLink",
    "PageSettings",
    "PersonSettings",
    "QuotationSettings",
    "Robots",
    "Settings",
    "SiteSettings",
    "load_settings",
    "parse_settings",
]
