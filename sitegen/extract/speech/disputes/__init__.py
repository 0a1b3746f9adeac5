"""Who disputes whose words, where one sentence says so by a word such as "denied".

``vocabulary`` has the words, ``standing`` tells whether it is said to have happened, ``objects`` reads what
is disputed and whose it is, ``claims`` what it may point back to; ``contests`` finds the disputes of a
sentence, ``listener`` goes through the article.
"""
