"""Two who speak by turns: after "“When?” Okell asked." and "“Soon,” Brod said." a lone "“Why?”" is hers."""

from sitegen.extract.speech.reading.attribution import Attribution


class Dialogue:
    """Who asks and who answers; grows as the article is read."""

    def __init__(self) -> None:
        """Start with nobody talking."""
        self._asker: Attribution | None = None
        self._answerer: Attribution | None = None
        self._asked = False
        """True: the last words were a question."""

    def break_off(self) -> None:
        """At a sentence of the reporter's own."""
        self._asker = self._answerer = None
        self._asked = False

    def heard(self, said: Attribution, *, asks: bool) -> None:
        """Somebody said something; ``asks``: it ended in a question mark."""
        if said.speaker is None:
            self.break_off()
            return
        if asks:
            self._asker = said
        elif self._asker is not None and said.speaker != self._asker.speaker:
            self._answerer = said
        self._asked = asks

    def turn(self, *, asks: bool) -> Attribution | None:
        """Whose turn it is; None where nobody has both asked and been answered.

        ``asks``: the words are a question. The one who answers may ask back, so that only an answer to
        a question, and a question after an answer, tell anything.
        """
        if self._asker is None or self._answerer is None or asks == self._asked:
            return None
        return self._asker if asks else self._answerer
