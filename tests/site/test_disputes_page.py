"""Disputes on the page of an article: two sides, each with its words, the article's cue, and no verdict."""

from collections.abc import Callable

import pytest
from lxml import html

from sitegen import intake
from sitegen.config import Settings
from sitegen.extract import quotations
from sitegen.model import Digest, Excerpt, Facts
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.theme import Theme
from tests.site.interface import ENGLISH

_PAIR = "Tomas Verrick denied Yusra Okell's claim that the dam was “held by hope.” “It stands,” Okell said."
_APART = "“They have not paid us since May,” Lene Marrow said. Ansel Brod disputed that."
_ALONE = "Ansel Brod denied that the gates were <b>open</b>."


def digest_of(text: str) -> Digest:
    found = quotations.find(text, intake.whole_text(text), disputes=True)
    return Digest(
        slug="dam",
        title="The dam",
        facts=Facts(),
        quotations=found.quotations,
        disputes=found.disputes,
        context=(Excerpt(text=text),),
    )


Render = Callable[[str], html.HtmlElement]


@pytest.fixture
def page(theme: Theme) -> Render:
    """The page of an article with a given text."""

    def render(text: str) -> html.HtmlElement:
        settings = Settings()
        site = gather([digest_of(text)], settings)
        (found,) = (each for each in pages.render(site, settings, theme) if each.path == "articles/dam.html")
        return html.fromstring(found.body.decode("utf-8"))

    return render


def shown(elements: list[html.HtmlElement]) -> list[str]:
    return [" ".join(each.text_content().split()) for each in elements]


def test_both_sides_stand_side_by_side_each_with_its_words(page: Render) -> None:
    (versus,) = page(_PAIR).xpath("//section[@class='disputes']/div[@class='versus']")
    assert shown(versus.xpath(".//h3")) == ["Yusra Okell", "Tomas Verrick"]
    assert shown(versus.xpath(".//p[@class='sentence']")) == [
        "Yusra Okell's claim that the dam was “held by hope.”",
        "Tomas Verrick denied Yusra Okell's claim that the dam was “held by hope.”",
    ]


def test_the_cue_is_the_article_s_word_and_there_is_no_verdict(page: Render) -> None:
    (section,) = page(_PAIR).xpath("//section[@class='disputes']")
    assert shown(section.xpath("./div/div[2]//li[@class='cue']")) == ["cue denied"]
    assert "The cue is the article’s word. This site does not judge who is right." in " ".join(
        section.text_content().split()
    )


def test_only_a_quotation_whose_own_words_are_disputed_leads_to_the_dispute(page: Render) -> None:
    root = page(_PAIR)
    disputed, other = root.xpath("//div[starts-with(@class, 'quotation ')]")
    (link,) = disputed.xpath(".//a[@href='#dispute-1']")
    assert shown([link]) == ["disputed by Tomas Verrick, see below"]
    assert other.xpath(".//a[starts-with(@href, '#dispute')]") == []
    assert len(root.xpath("//*[@id='dispute-1']")) == 1


def test_all_quotations_of_the_other_side_are_linked_and_none_is_chosen(page: Render) -> None:
    (section,) = page(_PAIR).xpath("//section[@class='disputes']")
    assert [each.get("href") for each in section.xpath(".//p[@class='quiet']//a")] == ["#q1", "#q2"]


def test_a_tie_to_the_sentence_before_is_said_to_be_worked_out(page: Render) -> None:
    first, second = page(_APART).xpath("//section[@class='disputes']/div[@class='versus']/div")
    assert shown(first.xpath(".//*[contains(@class, 'sure-inferred')]")) == [
        f"◐ {ENGLISH('disputes.before')}"
    ]
    assert second.xpath(".//*[contains(@class, 'sure-stated')]")


def test_where_nobody_is_named_on_the_other_side_the_sentence_stands_alone(page: Render) -> None:
    (section,) = page(_ALONE).xpath("//section[@class='disputes']")
    assert shown(section.xpath(".//p[@class='sentence']")) == [_ALONE]
    assert shown(section.xpath(".//p[@class='quiet']")) == [str(ENGLISH("disputes.not_said"))]
    assert section.xpath(".//p[@class='sentence']//b") == []


def test_an_article_without_disputes_has_no_word_of_them(page: Render) -> None:
    root = page("“It stands,” Okell said.")
    assert root.xpath("//section[@class='disputes']") == []
    assert root.xpath("//a[@href='#disputes']") == []


def test_of_a_speaker_quoted_often_the_first_quotations_are_linked_and_the_rest_counted(
    page: Render,
) -> None:
    many = " ".join(f"“It stands for its {n}th year,” Okell said." for n in range(30))
    section = page(f"{_PAIR} {many}").xpath("//section[@class='disputes']")[0]
    (line,) = (each for each in shown(section.xpath("./p[@class='quiet']")) if "Okell" in each)
    numbers, _, rest = line.partition(": ")[2].partition(" and ")
    assert numbers.split(", ") == [str(number) for number in range(1, 21)]
    assert rest == "12 more"
