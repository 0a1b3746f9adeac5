"""YAML in which text is text, every key has a line, and nothing expands or executes."""

import contextlib
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sitegen.errors import SitegenError
from sitegen.strict_yaml import MAX_BYTES, YamlMapping, read, reading, refuse_unknown_keys, write
from tests.hostile_digests import texts

names = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=20)
values = st.recursive(
    texts | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(
    params=[yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader)], ids=["pure", "libyaml"]
)
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test of reading holds with and without libyaml."""
    monkeypatch.setattr(reading, "_LOADER", request.param)


def plain(value: Any) -> Any:
    if isinstance(value, YamlMapping):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.CBaseLoader], ids=["pure", "libyaml"])
@given(mapping=st.dictionaries(names, values, max_size=4))
@settings(max_examples=150)
def test_what_is_written_reads_back_the_same(loader: type, mapping: dict[str, Any]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "_LOADER", loader)
        assert plain(read(write(mapping), path="a.yml")) == mapping


@given(texts)
@settings(max_examples=200)
def test_any_other_reader_sees_the_same_text_too(text: str) -> None:
    document = write({"a": text, "b": [{"c": text}]})
    assume(not _is_date(text))
    assert yaml.safe_load(document) == {"a": text, "b": [{"c": text}]}


def _is_date(text: str) -> bool:
    # A date is left plain on purpose: another reader is right to take it for one.
    return len(text) == 10 and text[:4].isdigit() and text[4] == text[7] == "-"


@pytest.mark.usefixtures("either_parser")
def test_scalars_are_the_text_that_was_written() -> None:
    mapping = read(
        "a: no\nb: 012\nc: 190:20:30\nd: 2023-11-16T10:00:00+25:00\ne: 'null'\nf: 1.50\n", path="a.yml"
    )
    assert list(mapping.values()) == ["no", "012", "190:20:30", "2023-11-16T10:00:00+25:00", "null", "1.50"]


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_plain_null_is_no_value(nothing: str) -> None:
    assert read(f"a: {nothing}\n", path="a.yml") == {"a": None}


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("empty", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff"])
def test_nothing_is_an_empty_mapping(empty: str) -> None:
    assert read(empty, path="a.yml") == {}


@pytest.mark.usefixtures("either_parser")
def test_every_key_knows_its_line() -> None:
    mapping = read("# first\na: 1\nb:\n  c: 2\n\n  d: 3\n", path="a.yml", first_line=10)
    nested = mapping["b"]
    assert isinstance(nested, YamlMapping)
    assert [mapping.line("a"), mapping.line("b"), nested.line("c"), nested.line("d")] == [11, 12, 13, 15]
    assert nested.line("no such key") == 13


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("a: &x 1\n", 1, "anchors"),
        ("a: 1\nb: *x\n", 2, "aliases"),
        ("a: !!python/object:os.system 1\n", 1, "tags"),
        ("a: ! 1\n", 1, "tags"),
        ("a: 1\nb: 2\na: 3\n", 3, "given twice"),
        ("a: b: c\n", 1, "put quotes around"),
        ("a: [1\n", 2, "not valid YAML"),
        ("a:\n\t- b\n", 2, "not valid YAML"),
        ("- a\n", 1, "key: value"),
        ("just words\n", 1, "key: value"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("? [a]\n: b\n", 1, "key must be a word"),
        ("a: 1\nb: \x07\n", 2, "U+0007"),
        ("a: \ud800\n", 1, "U+D800"),
        ("a: \ufeff\n", 1, "U+FEFF"),
        ('a: "\\0"\n', 1, "no file can"),
        ('a: "\\U00110000"\n', 1, "not valid YAML"),
        ("a: " + "[" * 50 + "]" * 50, 1, "too deeply"),
    ],
)
def test_what_cannot_be_trusted_is_refused_with_its_line(source: str, line: int, says: str) -> None:
    with pytest.raises(SitegenError) as caught:
        read(source, path="a.yml")
    assert says in str(caught.value)
    assert (caught.value.path, caught.value.line) == ("a.yml", line)


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(SitegenError, match="anchors"):
        read(bomb, path="a.yml")


def test_the_size_is_limited_in_bytes() -> None:
    assert len(read("a: " + "x" * (MAX_BYTES - 4) + "\n", path="a.yml")) == 1
    with pytest.raises(SitegenError, match="64 kB"):
        read("a: " + "é" * (MAX_BYTES // 2) + "\n", path="a.yml")


@given(st.text(max_size=40) | texts)
@settings(max_examples=300)
def test_no_input_raises_anything_but_a_sitegen_error(source: str) -> None:
    with contextlib.suppress(SitegenError):
        read(source, path="a.yml")


def test_an_unknown_key_is_shown_with_the_one_that_was_meant() -> None:
    mapping = read("title: a\npublishd: b\n", path="a.yml")
    with pytest.raises(SitegenError, match=r"a.yml:2: unknown key “publishd” \(did you mean “published”\?\)"):
        refuse_unknown_keys(mapping, ["title", "published"], path="a.yml")


def test_written_yaml_is_pleasant_to_read() -> None:
    assert write(
        {
            "title": "Ostrin: the flood",
            "byline": "Mara O'Dol",
            "published": "2031-04-02",
            "number": "2031",
            "nothing": None,
            "none": [],
            "draft": True,
            "url": "https://example.org/a?b=c",
            "sections": ["World", "yes"],
            "phrases": [{"phrase": "high water, low land", "score": 0.00002, "count": 3}],
            "control": "a\x0bb\nc",
        }
    ) == (
        "title: 'Ostrin: the flood'\n"
        "byline: Mara O'Dol\n"
        "published: 2031-04-02\n"
        "number: '2031'\n"
        "nothing: null\n"
        "none: []\n"
        "draft: true\n"
        "url: https://example.org/a?b=c\n"
        "sections:\n"
        "  - World\n"
        "  - 'yes'\n"
        "phrases:\n"
        "  - {phrase: 'high water, low land', score: 0.00002, count: 3}\n"
        'control: "a\\x0bb\\nc"\n'
    )
