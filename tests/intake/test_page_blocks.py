import time

import pytest

from sitegen.intake.web_page.blocks import cut, share_linked
from sitegen.intake.web_page.tree import parse


def texts(body: str) -> list[str]:
    return [block.text for block in cut(parse(f"<html><body>{body}</body></html>"))]


def test_blocks_are_what_stands_on_lines_of_its_own_in_a_browser():
    page = "Above<div>One <b>bold</b> word<p>Two</p>Three<br>Four</div><ul><li>Five</ul>Below"
    assert texts(page) == ["Above", "One bold word", "Two", "Three", "Four", "Five", "Below"]


def test_white_space_is_folded_but_a_no_break_space_is_a_character():
    assert texts("<p>  Two\n\t loran\u00a040\u200b,  no less  </p>") == ["Two loran\u00a040\u200b, no less"]


def test_words_that_touch_in_the_page_touch_in_the_text():
    assert texts("<p>O<b>str</b>in, <i>un</i>like Velm<a href='/o'>ora</a>.</p>") == [
        "Ostrin, unlike Velmora."
    ]


@pytest.mark.parametrize(
    "inline",
    [
        "<time datetime='2031-05-06'>6 May</time>",
        "<span class='toolbar'>6 May</span>",
        "<span class='embed social share'>6 May</span>",
        "<label>6 May</label>",
        "<abbr title='the sixth'>6 May</abbr>",
        "<font><mark>6 May</mark></font>",
        "<o:p>6 May</o:p>",
    ],
)
def test_no_inline_element_takes_its_words_out_of_a_sentence(inline):
    assert texts(f"<p>On {inline} the ferry stopped.</p>") == ["On 6 May the ferry stopped."]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>run()</script>",
        "<style>p {}</style>",
        "<noscript>Turn it on</noscript>",
        "<button>Play</button>",
        "<span hidden>secret</span>",
        "<span style='color: red; display:none'>secret</span>",
        "<span class='tooltip-card'><a href='/x'>More on this minister</a></span>",
        "<svg><text>sea</text></svg>",
    ],
)
def test_what_no_reader_sees_is_no_text(unseen):
    assert texts(f"<p>The ferry {unseen}stopped.</p>") == ["The ferry stopped."]


def test_quotation_marks_that_a_browser_puts_around_q_are_put_there():
    assert texts("<p>She said <q>he wrote <q>no</q> twice</q>.</p>") == ["She said “he wrote ‘no’ twice”."]
    assert texts("<p>She said <q>“no”</q>.</p>") == ["She said “no”."]


def test_only_the_quotation_whose_first_words_bring_their_own_mark_gets_none():
    assert texts("<p><q> <q><b>no</b></q>,</q> <q></q>she <q><i>“so”</i></q> <q>x</q></p>") == [
        "“ ‘no’,” she “so” “x”"
    ]


def test_a_quotation_around_whole_paragraphs_gets_no_half_of_its_marks():
    assert texts("<div><q> <p>x</p></q>y <q>a<br>b</q></div>") == ["x", "y “a", "b”"]


def test_quotations_nested_a_thousand_deep_are_read_in_a_moment():
    tree = parse(f"<p>{'<q>' * 1_000}{'<i> </i>' * 20_000}{'word ' * 100_000}")
    begin = time.process_time()
    (block,) = cut(tree)
    assert time.process_time() - begin < 5
    assert block.text.startswith("“‘“‘")


def test_what_stands_behind_the_end_of_the_page_is_read_as_in_a_browser():
    assert texts("<p>One</p></body></html>\n<p>Two</p></BODY\n>thr</html>ee") == ["One", "Two", "three"]


def test_a_row_of_data_is_one_line_with_all_of_its_cells():
    rows = "<tr><th>Site</th><th>Cars</th></tr><tr><td>Google</td><td><p>1,200</p></td></tr>"
    assert texts(f"<table><caption>Traffic</caption>{rows}</table>") == [
        "Traffic",
        "Site | Cars",
        "Google | 1,200",
    ]


def test_a_table_that_only_lays_out_the_page_is_taken_apart_into_its_paragraphs():
    long = "The council of Ostrin agreed to rebuild the bridge. " * 8
    rows = f"<tr><td>Menu</td><td><p>{long}</p><p>Second</p></td></tr><tr><td>a</td><td>b</td></tr>"
    assert texts(f"<table>{rows}</table>") == ["Menu", long.strip(), "Second", "a", "b"]


def test_a_preformatted_text_keeps_its_lines_and_is_cut_at_blank_ones():
    assert texts("<pre>The council\nagreed.\n\nWork begins\nin spring.</pre>") == [
        "The council",
        "agreed.",
        "Work begins",
        "in spring.",
    ]


def test_how_much_of_a_block_is_link_is_counted_without_spaces():
    (block,) = cut(parse("<body><p>See <a href='/x'>the ferry</a> <a>now</a></p></body>"))
    assert (block.linked, block.size) == (8, 14)
    assert share_linked([block]) == pytest.approx(8 / 14)
    assert share_linked([]) == 0


def test_every_character_of_a_page_is_in_one_block_and_in_the_page_s_order():
    tables = "<table><tr><td>7<table><tr><td>8</td></tr></table>9</td></tr></table>"
    assert "".join(texts(f"1<div>2<p>3<b>4</b>5</p>6{tables}0</div>!")) == "1234567890!"
