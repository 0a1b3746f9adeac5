"""Who disputes whose words, where one sentence says so by a word such as "denied".

``vocabulary`` has the words, ``standing`` says whether a verb says that it happened, ``objects`` reads what is
disputed and whose it is, ``contests`` puts a sentence's disputes together, ``listener`` goes through the article.
"""
