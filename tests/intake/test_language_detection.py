"""In which language a text is written: found from its words, or left open."""

from pathlib import Path

import pytest

from sitegen import digest
from sitegen.config import Settings, SiteSettings
from sitegen.intake import detect, parse_seed
from sitegen.model import Facts

TEXTS = Path(__file__).parents[1] / "other_languages"
ENGLISH = (
    "The port of Ostrin is to get a new lock. The port authority approved "
    "the plan on Friday, and its director, "
    "Yusra Okell, said that the old gates would not last another winter."
)
CROATIAN = (
    "Luka Ostrin dobit će novu prevodnicu. Uprava luke odobrila je u petak "
    "gradnju, a ravnateljica Yusra Okell "
    "rekla je da stara vrata neće izdržati još jednu zimu. Ministrica Dara Ilvane nazvala je odluku nužnom i "
    "obećala da će radovi početi u svibnju. Ribari se boje da će troškovi rasti i pitaju "
    "tko će to na kraju platiti. Gradonačelnik Tomas Verrick nije želio govoriti o cijeni."
)
OTHERS = {
    "it": "Il porto di Ostrin avrà una nuova chiusa. L'autorità portuale ha "
    "approvato venerdì la costruzione e la "
    "direttrice ha detto che le vecchie porte non reggeranno un altro inverno.",
    "pt": "O porto de Ostrin terá uma nova eclusa. A autoridade portuária "
    "aprovou na sexta-feira a construção e a "
    "diretora disse que as comportas antigas não aguentam mais um inverno.",
    "nl": "De haven van Ostrin krijgt een nieuwe sluis. Het havenbestuur keurde "
    "vrijdag de bouw goed en de directeur "
    "zei dat de oude deuren geen winter meer meegaan.",
    "pl": "Port w Ostrin dostanie nową śluzę. Zarząd portu zatwierdził w piątek "
    "budowę, a dyrektorka powiedziała, że "
    "stare wrota nie wytrzymają kolejnej zimy.",
    "tr": "Ostrin limanı yeni bir su kapısına kavuşuyor. Liman yönetimi cuma "
    "günü inşaatı onayladı; müdür eski "
    "kapıların bir kış daha dayanamayacağını söyledi.",
    "uk": "Порт Острина отримає новий шлюз. Управління порту в п'ятницю "
    "затвердило будівництво, а директорка сказала, "
    "що старі ворота не витримають ще однієї зими.",
    "fa": "بندر اوسترین یک آب‌بند تازه می‌گیرد. ادارهٔ بندر روز جمعه ساخت آن را تصویب کرد و مدیر بندر گفت که "
    "دروازه‌های کهنه یک زمستان دیگر دوام نمی‌آورند.",
    "hi": "ओस्ट्रिन बंदरगाह को नया जलद्वार मिलेगा। बंदरगाह प्राधिकरण ने शुक्रवार "
    "को निर्माण को मंज़ूरी दी और निदेशक ने "
    "कहा कि पुराने फाटक एक और सर्दी नहीं झेल पाएंगे।",
    "ja": "オストリン港に新しい水門が建設される。港湾局は金曜日に計画を承"
    "認し、局長は、古い門はもう一冬もたないと述べた。",
}


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "ru", "zh"])
def test_a_short_news_item_is_known_by_its_language(language: str) -> None:
    assert detect([(TEXTS / f"{language}.txt").read_text(encoding="utf-8")]) == language


@pytest.mark.parametrize("language", OTHERS)
def test_two_sentences_are_enough(language: str) -> None:
    assert detect([OTHERS[language]]) == language


def test_english_is_english_in_capitals_and_with_foreign_names_too() -> None:
    assert detect([ENGLISH]) == "en"
    assert detect([ENGLISH.upper()]) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yusra Okell",
        "12:30  4.5  1,204  77 %\n" * 40,
        "Okell, Ilvane, Verrick, Brod, Tolland, Ashby and Marrow",
    ],
)
def test_too_few_words_tell_nothing(text: str) -> None:
    assert detect([text]) is None


def test_what_is_surely_not_english_but_one_of_several_is_called_not_determined() -> None:
    assert detect([CROATIAN]) == "und"


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    first = detect([OTHERS["pt"]])
    detect([ENGLISH])
    detect([CROATIAN])
    assert detect([OTHERS["pt"]]) == first


def test_two_megabytes_are_as_quick_as_two_pages() -> None:
    assert detect([ENGLISH] * 15_000) == "en"
    assert detect([ENGLISH * 15_000]) == "en"


def test_a_stated_language_is_not_guessed_at() -> None:
    raw = (TEXTS / "de.txt").read_bytes()
    stated = parse_seed(raw, file="seeds/a.txt", facts=Facts(language="de-AT"))
    found = parse_seed(raw, file="seeds/a.txt", facts=Facts())
    assert (stated.facts.language, stated.detected_language) == ("de-AT", None)
    assert (found.facts.language, found.detected_language) == (None, "de")


def test_furniture_does_not_count() -> None:
    raw = "\n\n".join([*["ADVERTISEMENT"] * 3, (TEXTS / "fr.txt").read_text(encoding="utf-8")]).encode()
    assert parse_seed(raw, file="seeds/a.txt", facts=Facts()).detected_language == "fr"


@pytest.mark.parametrize(
    ("site", "text", "kept"),
    [
        ("en", ENGLISH, None),
        ("de", ENGLISH, "en"),
        ("en", CROATIAN, "und"),
        ("hr", CROATIAN, None),
        ("de", "Nein.", None),
    ],
)
def test_a_digest_notes_the_language_where_it_is_not_the_sites(
    site: str, text: str, kept: str | None
) -> None:
    article = parse_seed(text.encode(), file="seeds/a.txt", facts=Facts())
    made = digest.make(article, Settings(site=SiteSettings(language=site)))
    assert made.source is not None
    assert (made.source.detected_language, made.language, made.facts.language) == (kept, kept, None)
