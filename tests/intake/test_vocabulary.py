from sitegen.intake.furniture.vocabulary import Vocabulary, stems

ONE = (
    "The council of Ostrin agreed on Monday to rebuild the harbour bridge, closed since the storms of last "
    "winter, after a debate that went on until midnight."
)
TWO = ONE.replace("bridge", "quay")


def test_a_word_is_shared_in_any_of_its_forms():
    words = Vocabulary([ONE, TWO])
    assert not words.is_foreign("Rebuilding begins")
    assert words.is_foreign("Gulls steal chips")


def test_common_words_and_words_of_pages_are_not_counted():
    assert stems("They would never have gone there") == frozenset()
    assert Vocabulary([ONE + " Newsletters too.", TWO]).is_foreign("The newsletter")


def test_a_paragraph_is_not_compared_with_itself():
    odd = 2 * "Gulls stole chips, buns and an umbrella from visitors who wanted to look at penguins. "
    assert Vocabulary([ONE, TWO, odd]).is_foreign(odd)


def test_nothing_is_foreign_to_a_text_that_is_too_short_or_in_another_language():
    assert not Vocabulary([ONE]).is_foreign("Gulls")
    german = 2 * "Der Rat der Hafenstadt will die alte Brücke neu bauen, wie der Bürgermeister sagt. "
    assert not Vocabulary([german, german]).is_foreign("Möwen")
