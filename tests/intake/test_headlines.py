from sitegen.intake.furniture.headlines import choose

BODY = "The council of Ostrin agreed to rebuild the harbour bridge, closed since the storms of last winter."


def test_the_line_that_tells_of_the_article_is_chosen_among_those_above_it():
    lines = [
        "Power & People",
        "The Ostrin Post: on the coast since 1921",
        "Ostrin to rebuild its bridge",
        "The harbour",
    ]
    assert lines[choose(lines, BODY)] == "Ostrin to rebuild its bridge"


def test_the_first_is_chosen_where_a_summary_below_it_tells_even_more():
    lines = [
        "Ostrin rebuilds the bridge",
        "The harbour bridge of Ostrin, closed since winter storms, is to open again",
    ]
    assert choose(lines, BODY) == 0


def test_the_first_is_chosen_where_none_has_a_word_in_common():
    assert choose(["A quiet town", "Nobody slept"], BODY) == 0
