import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import SitegenError
from sitegen.intake.decoding import decode
from sitegen.intake.mojibake import repaired

QUOTED = "“We will rebuild,” the minister said. “It’s not over – not yet.” The harbour’s wall…\n"


def read(raw: bytes, **options: bool) -> tuple[str, str]:
    decoded = decode(raw, path="seeds/a.txt", **options)
    return decoded.text, decoded.encoding


def test_utf8_needs_no_guess_and_keeps_line_ends():
    assert read("Né à Ostrin\r\n“Oui”\r".encode()) == ("Né à Ostrin\r\n“Oui”\r", "utf-8")


@pytest.mark.parametrize(
    ("codec", "mark", "named"),
    [
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\0\0", "utf-32-le"),
    ],
)
def test_a_byte_order_mark_is_believed_and_left_out(codec, mark, named):
    assert read(mark + QUOTED.encode(codec)) == (QUOTED, named)


def test_utf16_without_a_mark_is_told_by_its_zero_bytes():
    assert read("The bridge is “open”.".encode("utf-16-le")) == (
        "The bridge is “open”.",
        "utf-16-le (guessed)",
    )


@pytest.mark.parametrize(
    "text",
    [
        QUOTED,
        "The minister’s visit to Ostrin was short.",
        "OSTRIN — The council agreed a budget of €3bn.",
        "“We met José and Zoë at the café,” she said.",
        "Der Bürgermeister erklärte, die Brücke müsse für größere Schiffe geöffnet werden.",
        "Le président a déclaré que l’été prochain les élèves pourront être reçus à l’école.",
    ],
)
def test_a_western_text_is_guessed_as_windows_1252_however_few_its_special_characters(text):
    assert read(text.encode("windows-1252")) == (text, "windows-1252 (guessed)")


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (
            "Ministr řekl, že vláda schválila rozpočet a že občané nemusí mít strach.",
            "cp1250",
            "windows-1250",
        ),
        ("Министр сказал, что правительство приняло бюджет на следующий год.", "cp1251", "windows-1251"),
        ("Министр сказал, что правительство приняло бюджет на следующий год.", "koi8_r", "koi8-r"),
        ("Ο υπουργός είπε ότι η κυβέρνηση ενέκρινε τον προϋπολογισμό.", "cp1253", "windows-1253"),
        ("大臣は、政府が来年度の予算を承認したと述べた。反対する者はいなかった。", "shift_jis", "cp932"),
        ("The minister’s visit was short. He said “no” twice.", "mac_roman", "macintosh"),
    ],
)
def test_other_languages_and_systems_are_left_to_the_detector(text, codec, named):
    assert read(text.encode(codec)) == (text, f"{named} (guessed)")


def test_a_page_s_own_declaration_comes_before_the_guess():
    page = '<html><head><meta charset="windows-1251"></head><body>“Мост” открыт</body></html>'
    assert read(page.encode("cp1251"), html=True) == (page, "windows-1251 (declared)")


def test_a_page_that_declares_latin_1_means_windows_1252():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>“Yes”</p>'
    assert read(page.encode("cp1252"), html=True) == (page, "windows-1252 (declared)")


@pytest.mark.parametrize("label", ["utf-16", "rot13", "zip", "unicode_escape", "no-such-thing", "utf-8"])
def test_a_declaration_that_cannot_be_true_is_passed_over(label):
    page = f'<meta charset="{label}"><p>The harbour’s wall stands in Ostrin.</p>'
    assert read(page.encode("cp1252"), html=True) == (page, "windows-1252 (guessed)")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "blank"),
        (b"%PDF-1.7\nhello", "a PDF file"),
        (b"PK\x03\x04rest", "Zip archive"),
        (b"{\\rtf1 hello}", "Rich Text"),
        (b"plain at first\0then not", "zero bytes"),
        (bytes(range(1, 32)) * 8, "control characters"),
        (b"\xff\xfea", "byte order mark"),
    ],
)
def test_what_is_no_text_is_refused_with_the_path_and_what_to_do(raw, says):
    with pytest.raises(SitegenError, match=says) as caught:
        read(raw)
    assert caught.value.path == "seeds/a.txt"
    assert caught.value.hint


def test_utf8_with_a_damaged_byte_is_refused_at_its_line_and_not_garbled():
    raw = "“One” – two\n“Three” – four\n".encode()[:-1].replace("–".encode(), b"\xe2\x80", 2)
    raw = "“One” – two – “three”\n".encode() * 3 + raw
    with pytest.raises(SitegenError, match="damaged") as caught:
        read(raw)
    assert caught.value.line == 4


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_every_utf8_text_comes_back_as_it_was(text):
    found, encoding = read(b"\xef\xbb\xbf" + text.encode())
    assert (found, encoding) == (text, "utf-8") or encoding == "utf-8, repaired"


RIGHT = st.lists(
    st.sampled_from(
        ["It’s", "“over”", "café", "naïve", "Ørsted", "5\u00a0€", "Łódź", "São", "100 °C", "—", "Ã la"]
    ),
    min_size=1,
).map(" ".join)


@given(RIGHT)
def test_a_text_that_is_right_comes_through_whatever_letters_it_has(text):
    assert read(text.encode()) == (text, "utf-8")


@given(RIGHT.filter(lambda text: not text.isascii() and "Ã" not in text))
def test_a_text_with_right_letters_beside_garbled_ones_is_left_alone(text):
    mixed = f"{text} itâ€™s"
    assert read(mixed.encode()) == (mixed, "utf-8")


GARBLED = "The ministerâ€™s café is closed â€” for good.\r\n".replace("é", "Ã©")


def test_utf8_that_was_read_as_windows_1252_throughout_is_repaired_and_said_to_be():
    assert read(GARBLED.encode()) == ("The minister’s café is closed — for good.\r\n", "utf-8, repaired")


def test_repairing_straightens_composes_and_unescapes_nothing():
    text = "It’s &amp; so, e\u0308 — 5\u00a0%"
    assert read(text.encode().decode("cp1252").encode()) == (text, "utf-8, repaired")


@pytest.mark.skipif("SITEGEN_EVAL_DATA" not in os.environ, reason="SITEGEN_EVAL_DATA is not set")
def test_no_hostile_string_is_taken_for_garbled():
    folder = Path(os.environ["SITEGEN_EVAL_DATA"]) / "hostile"
    rows = [
        json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.open(encoding="utf-8")
    ]
    texts = [row["input"] for row in rows if isinstance(row.get("input"), str)]
    assert texts
    assert not [text for text in texts if repaired(text) is not None]


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_an_error_that_names_the_file(raw):
    failures: list[SitegenError] = []
    try:
        text, encoding = read(raw)
    except SitegenError as error:
        failures.append(error)
    else:
        assert text.strip()
        assert encoding
    assert all(failure.path == "seeds/a.txt" for failure in failures)


def test_utf8_with_zero_bytes_is_no_text():
    with pytest.raises(SitegenError, match="zero bytes"):
        decode("Café “Nebel”\0".encode(), path="seeds/a.txt")


def test_a_text_that_quotes_one_garbled_character_is_left_alone():
    assert repaired("He typed Ã© by mistake.") is None
    assert repaired("The cafÃ© is closed.") == "The café is closed."
