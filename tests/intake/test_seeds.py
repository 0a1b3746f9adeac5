import hashlib
import json
import os
from pathlib import Path

import pytest

from sitegen.errors import SitegenError
from sitegen.intake import Item, is_collection, is_seed, parse_item, parse_seed, read_seed, sidecar_of
from sitegen.intake.collections import Form
from sitegen.intake.seeds import MAX_BYTES
from sitegen.model import Facts

ROOT = Path(__file__).parents[2]
TEXT = "Bridge to be rebuilt\n\nThe council agreed on Monday.\n\nWork begins soon.\n"


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "project" / "seeds"
    folder.mkdir(parents=True)
    return folder


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.markdown", "a.html", "a.htm", "A.TXT", "a.b.txt"])
def test_seeds_are_known_by_their_suffix(name):
    assert is_seed(Path("seeds") / name)


@pytest.mark.parametrize("name", [".a.txt", ".txt", "a.yml", "a", "a.txt~", "a.pdf", "a.txt.swp"])
def test_hidden_files_sidecars_and_others_are_no_seeds(name):
    assert not is_seed(Path("seeds") / name)


@pytest.mark.parametrize("name", ["a.jsonl", "a.CSV", "a.b.tsv", "a.xml", "a.warc", "a.warc.gz", "a.rss"])
def test_collections_are_seeds_known_by_their_suffix(name):
    assert is_seed(Path("seeds") / name)
    assert is_collection(Path("seeds") / name)


@pytest.mark.parametrize("name", [".jsonl", ".a.csv", ".warc.gz", "a.csv.gz", "a.gz", "a.json"])
def test_hidden_collections_and_packed_ones_are_no_seeds(name):
    assert not is_seed(Path("seeds") / name)


@pytest.mark.parametrize(
    ("seed", "sidecar"), [("a.b.txt", "a.b.yml"), ("a.jsonl", "a.yml"), ("a.b.WARC.gz", "a.b.yml")]
)
def test_a_sidecar_has_the_seed_s_name(seed, sidecar):
    assert sidecar_of(Path("seeds", seed)) == Path("seeds", sidecar)


def test_facts_beside_a_collection_come_after_what_the_item_and_its_text_state():
    text = "Bridge opens\n\nOSTRIN, April 2, 2031 (Velmora Press Agency) — The bridge opened.\n\nIt stands.\n"
    item = Item(
        name="1", line=3, raw=text.encode(), form=Form.TEXT, encoding="utf-8", facts=Facts(language="fa")
    )
    beside = Facts(language="en", published="2030-01-01", publisher="The Ostrin Courier")
    facts = parse_item(item, file="seeds/wire.jsonl", defaults=beside).facts
    assert facts == Facts(language="fa", published="2031-04-02", publisher="The Ostrin Courier")


def test_an_item_without_text_is_an_error():
    item = Item(name="1", line=3, raw=b"<script>x</script>", form=Form.FRAGMENT, encoding="utf-8")
    with pytest.raises(SitegenError, match="no text"):
        parse_item(item, file="seeds/wire.jsonl", defaults=Facts())


def test_a_seed_is_read_with_its_name_and_checksum(seeds):
    found = read_seed(write(seeds / "bridge.txt", TEXT), root=seeds.parent)
    assert found.file == "seeds/bridge.txt"
    assert found.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (found.text, found.encoding, found.facts) == (TEXT, "utf-8", Facts())


def test_a_sidecar_s_facts_are_trusted_most(seeds):
    write(seeds / "bridge.yml", "title: Ostrin builds\nslug: ostrin-builds\npublished: 2023-11-16\n")
    found = read_seed(write(seeds / "bridge.txt", TEXT), root=seeds.parent)
    assert found.title == "Ostrin builds"
    assert found.facts == Facts(slug="ostrin-builds", published="2023-11-16")


def test_neither_the_file_s_time_nor_today_is_a_date_of_publication(seeds):
    path = write(seeds / "bridge.txt", TEXT)
    os.utime(path, (0, 0))
    assert read_seed(path, root=seeds.parent).facts.published is None


@pytest.mark.parametrize(
    ("sidecar", "line"),
    [("title: a\npublished: 2023-02-30\n", 2), ("titel: a\n", 1), ("title: a\ntitle: b\n", 2), ("- a\n", 1)],
)
def test_a_malformed_sidecar_is_an_error_with_path_and_line(seeds, sidecar, line):
    write(seeds / "bridge.yml", sidecar)
    with pytest.raises(SitegenError) as caught:
        read_seed(write(seeds / "bridge.txt", TEXT), root=seeds.parent)
    assert (caught.value.path, caught.value.line) == ("seeds/bridge.yml", line)


def test_a_sidecar_that_is_not_utf8_is_an_error_at_its_line(seeds):
    (seeds / "bridge.yml").write_bytes(b"title: a\nbyline: Jos\xe9\n")
    with pytest.raises(SitegenError, match="not UTF-8") as caught:
        read_seed(write(seeds / "bridge.txt", TEXT), root=seeds.parent)
    assert (caught.value.path, caught.value.line) == ("seeds/bridge.yml", 2)


def test_a_misnamed_sidecar_is_not_passed_over_in_silence(seeds):
    write(seeds / "bridge.yaml", "title: a\n")
    with pytest.raises(SitegenError, match=r"rename it to seeds/bridge\.yml"):
        read_seed(write(seeds / "bridge.txt", TEXT), root=seeds.parent)


def test_a_link_inside_the_project_is_followed_and_one_out_of_it_refused(seeds):
    (seeds / "inside.txt").symlink_to(write(seeds / "bridge.txt", TEXT))
    assert read_seed(seeds / "inside.txt", root=seeds.parent).text == TEXT
    (seeds / "outside.txt").symlink_to(write(seeds.parent.parent / "secret.txt", TEXT))
    with pytest.raises(SitegenError, match="outside the project"):
        read_seed(seeds / "outside.txt", root=seeds.parent)


def test_a_sidecar_that_links_out_of_the_project_is_refused(seeds):
    (seeds / "bridge.yml").symlink_to(write(seeds.parent.parent / "secret.yml", "title: a\n"))
    with pytest.raises(SitegenError, match="outside the project") as caught:
        read_seed(write(seeds / "bridge.txt", TEXT), root=seeds.parent)
    assert caught.value.path == "seeds/bridge.yml"


@pytest.mark.parametrize("path", ["../secret.txt", "seeds/../../secret.txt"])
def test_a_path_out_of_the_project_is_refused(seeds, path):
    write(seeds.parent.parent / "secret.txt", TEXT)
    with pytest.raises(SitegenError):
        read_seed(seeds.parent / path, root=seeds.parent)


def test_what_cannot_be_read_is_an_error_that_names_it(seeds):
    (seeds / "loop.txt").symlink_to(seeds / "loop.txt")
    (seeds / "folder.txt").mkdir()
    os.mkfifo(seeds / "pipe.txt")
    (seeds / "huge.txt").touch()
    os.truncate(seeds / "huge.txt", MAX_BYTES + 1)
    for name in ("missing.txt", "loop.txt", "folder.txt", "pipe.txt", "huge.txt"):
        with pytest.raises(SitegenError) as caught:
            read_seed(seeds / name, root=seeds.parent)
        assert caught.value.path == f"seeds/{name}"


def test_a_file_name_that_is_not_utf8_is_an_error_that_can_be_printed(seeds):
    path = Path(os.fsdecode(os.fsencode(seeds) + b"/caf\xe9.txt"))
    path.write_text(TEXT)
    with pytest.raises(SitegenError, match="not UTF-8") as caught:
        read_seed(path, root=seeds.parent)
    assert str(caught.value).encode("utf-8")


def test_a_file_of_an_unknown_suffix_is_read_as_plain_text():
    assert parse_seed(TEXT.encode(), file="stdin", facts=Facts()).title == "Bridge to be rebuilt"


def test_the_real_article_of_the_demo_comes_out_as_read_by_hand():
    expected = json.loads(
        (ROOT / "tests/golden/000_f595f13f6f618aec.expected.json").read_text(encoding="utf-8")
    )
    found = read_seed(ROOT / expected["file"], root=ROOT)
    words = [span.of(found.text) for span in found.paragraphs]
    assert found.title == expected["title"]
    assert list(found.facts.sections) == expected["sections"]
    assert found.facts.published == expected["published"]
    assert words[0].startswith(expected["body_starts"])
    assert words[-1].endswith(expected["body_ends"])
    assert [span.of(found.text) for span in found.removed] == expected["boilerplate"]
    for quotation in expected["quotations"]:
        assert found.text[quotation["start"] : quotation["end"]] == quotation["text"]
