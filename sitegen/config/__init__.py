"""``sitegen.yml`` → frozen :class:`Settings`. A key that is not known here is a mistake, never ignored.

``settings`` says what can be set, ``reading`` reads the file, ``entries`` its values by type, ``people`` and
``inputs`` the settings that are lists or lists of names.
"""

from sitegen.config.reading import load_settings, parse_settings
from sitegen.config.settings import (
    COLUMN_FIELDS,
    SETTINGS_FILE,
    FileColumns,
    Folders,
    InputSettings,
    KeyPhraseSettings,
    PageSettings,
    PersonSettings,
    QuotationSettings,
    Settings,
    SiteSettings,
)

__all__ = [
    "COLUMN_FIELDS",
    "SETTINGS_FILE",
    "FileColumns",
    "Folders",
    "InputSettings",
    "KeyPhraseSettings",
    "PageSettings",
    "PersonSettings",
    "QuotationSettings",
    "Settings",
    "SiteSettings",
    "load_settings",
    "parse_settings",
]
