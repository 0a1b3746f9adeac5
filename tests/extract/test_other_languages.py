"""What is found in articles that are not in English: words between marks, certain dates, phrases."""

import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from sitegen import digest
from sitegen.config import QuotationSettings, Settings, SiteSettings
from sitegen.extract import key_phrases, sentences
from sitegen.extract.other_languages import dates, quotations
from sitegen.extract.phrases import engines
from sitegen.intake import parse_seed
from sitegen.model import Digest, Facts, KeyPhrase, KeyPhraseEngine, Span, SpeakerHow

TEXTS = Path(__file__).parents[1] / "other_languages"
DIRECT = {
    "ar": ["البوابات القديمة لن تصمد شتاء آخر", "من سيدفع الثمن؟ نحن جميعا"],
    "de": ["Die alten Tore halten keinen weiteren Winter", "Wer bezahlt das am Ende? Wir alle"],
    "es": ["Las compuertas viejas no aguantan otro invierno", "¿Quién lo paga al final? Todos nosotros"],
    "fr": ["Les anciennes portes ne tiendront pas un hiver de plus", "Qui va payer ? Nous tous"],
    "ru": ["Старые ворота не выдержат ещё одной зимы", "Кто за это заплатит? Мы все"],
    "zh": ["旧闸门再也撑不过一个冬天。", "最后由谁来付钱？我们大家。"],
}
TERMS = {
    "ar": "ضروري",
    "de": "überfällig",
    "es": "necesaria",
    "fr": "attendue depuis longtemps",
    "ru": "давно назревшим",
    "zh": "早就该做",
}
DATES = {
    "ar": ["2031-10-03", "1904-03-12", "2034-06-01"],
    "de": ["2031-10-03", "1904-03-12", "2034-06-01"],
    "es": ["2031-10-03", "1904-03-12", "2034-06-01"],
    "fr": ["2031-10-03", "1904-03-01", "2034-07-14"],
    "ru": ["2031-10-03", "1904-03-12", "2034-06-01"],
    "zh": ["2031-10-03", "1904-03-12", "2032-04-03"],
}
LANGUAGES = sorted(DIRECT)


def made(language: str) -> Digest:
    """The digest of the short news item in that language, in a site that asks for everything."""
    raw = (TEXTS / f"{language}.txt").read_bytes()
    article = parse_seed(raw, file=f"seeds/{language}.txt", facts=Facts())
    return digest.make(article, Settings(quotations=QuotationSettings(indirect=True)))


def whole(text: str) -> list[Span]:
    return [Span(start=0, end=len(text))]


def dated(text: str, language: str) -> list[str | None]:
    return [each.value for each in dates.tag(text, whole(text), language)]


def phrased(text: str, language: str) -> tuple[KeyPhrase, ...]:
    return key_phrases.rank(text, whole(text), count=9, max_words=3, language=language)


def cut(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentences.split(text, whole(text)[0], language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_between_marks_are_quotations_whose_speaker_is_not_sought(language: str) -> None:
    found = made(language)
    assert [(each.words.text, each.kind) for each in found.quotations] == [
        (w, "direct") for w in DIRECT[language]
    ]
    for each in found.quotations:
        assert (each.speaker, each.how, each.mention, each.cue) == (None, SpeakerHow.NONE, None, None)
        assert each.relayed_by == ()
    assert found.speakers == found.indirect == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_few_words_between_marks_are_terms(language: str) -> None:
    assert [each.text for each in made(language).terms] == [TERMS[language]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_has_the_dates_that_can_be_read_in_one_way_only(language: str) -> None:
    timeline = made(language).timeline
    assert [event.when.value for event in timeline] == DATES[language]
    assert all(event.when.words.text in event.sentence.text for event in timeline)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_shown_stands_in_the_text(language: str) -> None:
    text = (TEXTS / f"{language}.txt").read_text(encoding="utf-8")
    found = made(language)
    events = [excerpt for event in found.timeline for excerpt in (event.when.words, event.sentence)]
    words = [each.words for each in found.quotations]
    for excerpt in (*found.lead, *found.terms, *found.context, *events, *words):
        assert excerpt.span is not None
        assert excerpt.span.of(text) == excerpt.text


def test_a_place_before_the_lead_is_no_sentence_of_its_own() -> None:
    text = "Neu Ostrin. Dara Ilvane hat am Dienstag ausgesagt. Sie blieb. Sie ging. Sie kam.\n\nMehr nicht."
    article = parse_seed(text.encode(), file="seeds/ort.txt", facts=Facts(language="de", title="Aussage"))
    lead = [each.text for each in digest.make(article, Settings()).lead]
    assert lead == ["Neu Ostrin. Dara Ilvane hat am Dienstag ausgesagt.", "Sie blieb.", "Sie ging."]


def test_key_phrases_come_with_the_language_s_own_stop_words() -> None:
    german = {phrase.phrase for phrase in made("de").key_phrases}
    assert {"Schleuse", "Yusra Okell", "Tomas Verrick"} <= german
    assert any("Ostrin" in phrase.split() for phrase in german)
    small = {"der", "die", "und", "am", "Oktober", "August", "Freitag"}
    assert not small & {phrase.split()[0] for phrase in german}


def test_german_phrases_end_with_a_noun() -> None:
    text = "Okell hat die Unterlagen mitgebracht. Die Unterlagen mitgebracht hat auch Verrick."
    assert [phrase.phrase for phrase in phrased(text, "de")][:1] == ["Unterlagen"]
    assert all(phrase.phrase.split()[-1][0].isupper() for phrase in phrased(text, "de"))


def test_signs_inside_a_word_do_not_cut_it() -> None:
    text = "سیل‌بند کارسا شکست. مهندسان سیل‌بند کارسا را دیدند. سیل‌بند کارسا بلند بود."
    assert phrased(text, "fa")[0].phrase == "سیل‌بند کارسا"
    arabic = "وصلت المتفوّقة. قالت المتفوّقة. سألوا المتفوّقة."
    assert [phrase.phrase for phrase in phrased(arabic, "ar")] == ["المتفوّقة"]


@pytest.mark.parametrize("engine", KeyPhraseEngine)
def test_both_engines_search_the_same_languages(engine: KeyPhraseEngine) -> None:
    pytest.importorskip(engine.replace("-", "_"))
    for tag in engines.LISTS:
        assert engines.score(["Yusra Okell."], engine=engine, language=tag, max_words=2).stop_words, tag


def test_without_stop_words_or_spaces_there_are_no_key_phrases() -> None:
    assert made("zh").key_phrases == ()
    hindi = "बंदरगाह को नया जलद्वार मिलेगा। बंदरगाह प्राधिकरण ने निर्माण को मंज़ूरी दी।"
    assert key_phrases.rank(hindi, whole(hindi), count=9, max_words=3, language="hi") == ()
    breton = "Kemmañ a ra ar porzh."
    assert key_phrases.rank(breton, whole(breton), count=9, max_words=3, language="br") == ()


def test_english_rules_do_not_run_on_german() -> None:
    text = "Der March und die May sagten am Sunday: „Ja.“ Im Mai 2031 und last week war das so."
    settings = Settings(site=SiteSettings(language="de"))
    found = digest.annotate(text, whole(text), published="2031-10-07", settings=settings)
    assert found.time_expressions == found.timeline == found.datings == ()
    assert [each.speaker for each in found.quotations] == [None]


@pytest.mark.parametrize(
    "language",
    [
        *("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro"),
        *("ru", "uk", "bg", "el", "ar", "fa", "he", "hi", "bn", "ja", "zh", "ko", "vi", "id"),
    ],
)
@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_as_cldr_writes_it_is_read_as_that_day(language: str, month: int) -> None:
    day = date(2031, month, 11)
    assert dated(f"– {format_date(day, 'long', locale=language)} –", language) == [day.isoformat()]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "am 3. Jänner 2031", "2031-01-03"),
        ("de", "vom 3. bis 5. Oktober 2031", "2031-10-05"),
        ("de", "am 3.\nOkt. 2031", "2031-10-03"),
        ("fr", "le 1er mars 1904", "1904-03-01"),
        ("es", "3 de octubre del 2031", "2031-10-03"),
        ("pt", "1.º de março de 2031", "2031-03-01"),
        ("ru", "3-го октября 2031 г.", "2031-10-03"),
        ("ar", "في 3 تشرين الأول/أكتوبر 2031", "2031-10-03"),
        ("ar", "٣ أيلول ٢٠٣١", "2031-09-03"),
        ("vi", "ngày 3 tháng 10 năm 2031", "2031-10-03"),
        ("ko", "2031년 10월 3일에", "2031-10-03"),
        ("xx", "(2031-10-03)", "2031-10-03"),
    ],
)
def test_other_ways_to_write_a_full_date(language: str, text: str, value: str) -> None:
    assert dated(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "am 3.4.2031, am 3. Oktober, im Mai 2031, am Freitag, gestern, am 31. Februar 2031"),
        ("fr", "la mission Mars 2020, le 3/4/2031, le 3 mars 20311"),
        ("es", "el 3 de mayo, el lunes, 2031"),
        ("th", "3 ตุลาคม 2574"),
        ("ja", "令和13年10月3日"),
        ("ar", "في 3 تشرين الأول/نوفمبر 2031"),
        ("und", "3 October 2031"),
        ("de", "https://ostrin.example/2031-10-03/hafen, 2031-13-03, 2031-10-031, A-2031-10-03"),
    ],
)
def test_what_could_be_read_otherwise_is_no_date(language: str, text: str) -> None:
    assert dated(text, language) == []


def test_month_names_do_not_depend_on_which_languages_were_asked_for_before() -> None:
    dates.tag("az", whole("az"), "az")
    assert dated("3. října 2031", "cs") == ["2031-10-03"]
    assert dated("3. oktyabr 2031", "cs") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er sagte: „Ja.“ Dann ging er.", ["Ja."]),
        (
            "»Das Tor hält nicht mehr«, sagte sie. Die „Astra“, ein Schiff, fuhr ab.",
            ["Das Tor hält nicht mehr"],
        ),
        ("”Porten håller inte längre”, sade hon.", ["Porten håller inte längre"]),
        (
            "局長は「古い門はもう一冬もたないから新しい門が要る」と述べた。",
            ["古い門はもう一冬もたないから新しい門が要る"],
        ),
        (
            "Elle a dit que les portes « ne tiendront pas un seul hiver de plus » selon lui.",
            ["ne tiendront pas un seul hiver de plus"],
        ),
        ("'s Avonds en 's nachts zijn foto's van auto's verboden.", []),
        ('דו"ח של צה"ל על הנמל', []),
        ("« Sans fin, il parlait", []),
        ("Он сказал: «Да. Теплоход „Аврора“ уйдёт».", ["Да. Теплоход „Аврора“ уйдёт"]),
        ("شمل الحجب «أكثر من ثلاثين اسما»، ووصفه بأنه «متأخر».", []),
        ("قال فيريك: «لن ننتظر شتاء آخر»، ثم خرج.", ["لن ننتظر شتاء آخر"]),
        ("«لن ننتظر شتاء آخر»، قال فيريك.", ["لن ننتظر شتاء آخر"]),
        ("Sie nannte es „Ein kleiner erster Schritt“, und ging.", []),
        ("Sie sagte, „Das Tor hält nicht“, und ging.", ["Das Tor hält nicht"]),
        ("Er ging. „Das Tor hält nicht“, sagte sie.", ["Das Tor hält nicht"]),
    ],
)
def test_quotation_marks_of_many_languages(text: str, found: list[str]) -> None:
    assert [each.words.text for each in quotations.find(text, whole(text))[0]] == found


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "de",
            [
                "Am 3. Oktober 2031 kam Dr. Okell.",
                "Sie blieb bis 2034.",
                "„Wer?“, fragte J. Verrick u. a. laut.",
            ],
        ),
        ("fr", ["Qui va payer ?", "M. Brod ne le sait pas.", "« Nous. »", "Il rit."]),
        ("ru", ["Шлюз открыли в 1904 г. в Острине.", "«Кто заплатит?» — спросил Т. Веррик.", "Никто!"]),
        ("ar", ["من سيدفع الثمن؟", "نحن جميعا.", "هكذا قال."]),
        ("hi", ["फाटक बंद है।", "कौन देगा?", "हम सब।"]),
        ("ur", ["دروازہ بند ہے۔", "کون دے گا؟", "ہم سب۔"]),
        ("es", ["¿Quién paga?", "El Sr. Brod no lo sabe.", "¡Nadie!"]),
    ],
)
def test_sentences_end_where_readers_of_the_language_end_them(language: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), language) == sentences


def test_chinese_sentences_need_no_space_and_keep_their_closing_marks() -> None:
    parts = ["她说：“好。”", "闸门关了！", "谁付钱？", "他说：「我。」"]
    assert cut("".join(parts), "zh") == parts


@given(
    st.text(alphabet="aA3. ?!\n“”„«»「」。؟।'\"年月日2031-", max_size=80),
    st.sampled_from(["de", "zh", "ar", "und"]),
)
def test_any_text_is_cut_into_sentences_that_leave_out_only_white_space(text: str, language: str) -> None:
    if not text.strip():
        return
    spans = sentences.split(text, whole(text)[0], language)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    quotations.find(text, whole(text))
    dates.tag(text, whole(text), language)


@pytest.mark.parametrize(
    "piece", ["3. Oktober 203", "„A “", "1 ", "3 de ", "« » ", "。", "“「", "Z. ", "2031-10-"]
)
def test_any_long_text_takes_time_by_its_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.monotonic()
    for language in ("de", "es", "zh"):
        sentences.split(text, whole(text)[0], language)
        dates.tag(text, whole(text), language)
    quotations.find(text, whole(text))
    assert time.monotonic() - began < 12


@pytest.mark.parametrize(
    ("language", "text"), [("hu", "2031. október 150 ember"), ("lt", "2031 m. spalio 15000 d.")]
)
def test_a_number_too_long_for_a_day_is_no_day(language: str, text: str) -> None:
    assert dates.tag(text, whole(text), language) == ()
