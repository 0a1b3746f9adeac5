"""Who said it: give each quotation its speaker, its cue, and the evidence.

Reads a text paragraph by paragraph, sentence by sentence. A sentence's quotations are tied to a reporting clause of
the same sentence where there is one; else to the statement they continue, or to the sentence that introduces them.
"He" and "the agency" become names by the clauses read before, those of indirect speech included: that alone
resolves 84 % of pronouns on our news (34 % from direct quotations only).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.extract.speech import clauses, names
from sitegen.extract.speech.clauses import QUOTED, Clause, Mention, Subject
from sitegen.extract.speech.marks import Stretch
from sitegen.extract.speech.names import Bearer, Roster
from sitegen.extract.speech.verbs import forms
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words, cut
from sitegen.model import Span, SpeakerHow

_STOPS = frozenset([".", "!", "?", "…", "..."])


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is reported to have said a stretch of words."""

    speaker: str | None
    mention: str | None
    cue: str | None
    how: SpeakerHow
    partial: bool
    """The words are part of somebody else's sentence."""
    attributed: bool
    """False: nothing in the text says that these words are anybody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence, its quotations standing as one word each."""

    words: Words
    start: int
    end: int
    stretches: tuple[tuple[int, Stretch], ...]
    """(index of the word it stands as, stretch), in order."""
    paragraph: int


def attribute(text: str, paragraphs: Sequence[Span], stretches: Sequence[Stretch]) -> tuple[Attribution, ...]:
    """One attribution for each of ``stretches``, in the same order."""
    by_paragraph: list[list[Stretch]] = [[] for _ in paragraphs]
    for stretch in stretches:
        by_paragraph[stretch.paragraph].append(stretch)
    cuts = [
        cut(text, span.start, span.end, [(s.opening, s.closing) for s in inside])
        for span, inside in zip(paragraphs, by_paragraph, strict=True)
    ]
    reader = _Reader(text, Roster.of(cuts))
    for number, (words, inside) in enumerate(zip(cuts, by_paragraph, strict=True)):
        reader.open_paragraph()
        for sentence in _sentences(text, words, inside, number):
            reader.read(sentence)
    return tuple(reader.found[stretch.opening] for stretch in stretches)


def _sentences(text: str, words: Words, inside: Sequence[Stretch], number: int) -> list[_Sentence]:
    """Cut a paragraph's words into sentences; a quotation's own end may end one."""
    found: list[_Sentence] = []
    start, pending = 0, iter(inside)
    held: list[tuple[int, Stretch]] = []
    for at in range(len(words)):
        stretch = None
        if words.lower[at] == QUOTED:
            stretch = next(pending)
            held.append((at, stretch))
        if _ends_sentence(text, words, at, stretch):
            found.append(_Sentence(words=words, start=start, end=at + 1, stretches=tuple(held), paragraph=number))
            start, held = at + 1, []
    if start < len(words):
        found.append(_Sentence(words=words, start=start, end=len(words), stretches=tuple(held), paragraph=number))
    return found


def _ends_sentence(text: str, words: Words, at: int, stretch: Stretch | None) -> bool:
    following = words.forms[at + 1] if at + 1 < len(words) else ""
    if not following:
        return True
    starts_new = following == QUOTED or not following[0].islower()
    if stretch is None:
        return words.forms[at] in _STOPS and starts_new and following not in (",", ";", ")", "]")
    if not stretch.closed:
        return True
    last = text[stretch.end - 1]
    if last in "’'" and stretch.end - 2 > stretch.start:
        last = text[stretch.end - 2]
    if last not in ".?!…" or not (following == QUOTED or following[0].isupper()):
        return False
    return not _clause_follows(words, at + 1, strict=last == ".")


def _clause_follows(words: Words, at: int, *, strict: bool) -> bool:
    """True where "Beck joked." stands behind a quotation: a name and its verb, and then no more than a few words."""
    known = forms()
    for offset in range(7):
        if at + offset >= len(words):
            return False
        low = words.lower[at + offset]
        if low in _STOPS or low in (",", ";", ":", QUOTED):
            return False
        form = known.get(low)
        if form is not None and offset and form.ends in ("past", "s") and not form.labels:
            behind = words.lower[at + offset + 1 : at + offset + 2]
            if strict:
                return behind in ((), (".",))
            return behind not in (("that",), (QUOTED,), (",",), (":",))
    return False


class _Reader:
    """Reads sentences in order and remembers who spoke."""

    def __init__(self, text: str, roster: Roster) -> None:
        self.text = text
        self.roster = roster
        self.found: dict[int, Attribution] = {}
        self._focus: Bearer | None = None
        """Whom "he" most likely means: the last person to speak, or to open a sentence."""
        self._last: Attribution | None = None
        """The statement that a quotation without a clause would continue."""
        self._fresh = False
        """True: ``_last`` stands in this paragraph."""
        self._trusted = False
        """True: the paragraph so far ends with ``_last``."""

    def open_paragraph(self) -> None:
        self._fresh = False

    def read(self, sentence: _Sentence) -> None:
        words = sentence.words
        known = clauses.find(words, sentence.start, sentence.end)
        taken: Clause | None = None
        previous: tuple[int, Attribution] | None = None
        for place, stretch in sentence.stretches:
            if stretch.continues and self._last is not None and not self._own_clause(sentence, known, place):
                given = _as_continued(self._last)
            else:
                clause = self._clause_for(sentence, known, place, stretch, previous)
                partial = self._is_partial(sentence, place, clause, previous)
                given = self._attribution(sentence, known, clause, previous, partial=partial, place=place)
                taken = clause or taken
            self.found[stretch.opening] = given
            if given.attributed:
                previous = (place, given)
        self._remember(sentence, known, previous)

    def _own_clause(self, sentence: _Sentence, known: Sequence[Clause], place: int) -> bool:
        return self._after(sentence, known, place) is not None

    # -- which clause -------------------------------------------------------------------------------------------

    def _clause_for(
        self,
        sentence: _Sentence,
        known: Sequence[Clause],
        place: int,
        stretch: Stretch,
        previous: tuple[int, Attribution] | None,
    ) -> Clause | None:
        """The reporting clause that governs the quotation at ``place``."""
        words = sentence.words
        ahead = words.lower[place - 1] if place > sentence.start else ""
        before = self._before(sentence, known, place, previous)
        if before is not None and (ahead in (",", ":") or before.verb_end == place):
            return before
        after = self._after(sentence, known, place)
        last = self.text[stretch.end - 1]
        if after is not None and (before is None or last == "," or place == sentence.start):
            return after
        return before or after

    def _before(
        self, sentence: _Sentence, known: Sequence[Clause], place: int, previous: tuple[int, Attribution] | None
    ) -> Clause | None:
        """The nearest clause to the left whose subject spoke."""
        for clause in reversed(known):
            if clause.verb >= place or clause.passive or clause.subject is None:
                continue
            if clause.form is not None and clause.form.weak and not self._adjoins(sentence, clause, place):
                continue
            if clause.inverted and clause.form is not None and clause.verb > sentence.start and not previous:
                continue
            return clause
        return None

    def _adjoins(self, sentence: _Sentence, clause: Clause, place: int) -> bool:
        """True where only an object or a mark stands between the verb and the quotation."""
        between = sentence.words.lower[clause.verb_end : place]
        limit = 8 if clause.form is not None and clause.form.labels else 3
        return len(between) <= limit

    def _after(self, sentence: _Sentence, known: Sequence[Clause], place: int) -> Clause | None:
        """The clause right behind: "“…,” he said", "“…,” said one aide", "“…,” the minister, 43, told …"."""
        words = sentence.words
        for clause in known:
            if clause.verb <= place or clause.passive or clause.subject is None:
                continue
            opens = min(clause.verb, clause.subject.start)
            gap = words.lower[place + 1 : opens]
            if QUOTED in gap or len(gap) > 4 or clause.subject.start <= place:
                return None
            if clause.form is not None and clause.form.ends == "ing":
                return None
            if any(low in _STOPS or low in (";", ":") for low in gap):
                return None
            return clause
        return None

    # -- direct or partial --------------------------------------------------------------------------------------

    def _is_partial(
        self, sentence: _Sentence, place: int, clause: Clause | None, previous: tuple[int, Attribution] | None
    ) -> bool:
        """True where the words are built into the reporter's sentence."""
        words = sentence.words
        if place == sentence.start:
            following = words.lower[place + 1] if place + 1 < sentence.end else ""
            if clause is None or clause.verb < place:
                return bool(following) and following not in _STOPS and following not in (",", "—", "–")
            return False
        ahead = words.lower[place - 1]
        if ahead in (",", ":", "—", "–", "-", "--", "…", "..."):
            return False if clause is not None or previous is not None else ahead not in (":", ",")
        if clause is not None and clause.verb_end == place and not (clause.form and clause.form.labels):
            first = self.text[sentence.words.starts[place] + 1 : sentence.words.starts[place] + 3].lstrip("'")
            return not first[:1].isupper()
        return not (ahead == QUOTED or (ahead in _STOPS))

    # -- who ----------------------------------------------------------------------------------------------------

    def _attribution(
        self,
        sentence: _Sentence,
        known: Sequence[Clause],
        clause: Clause | None,
        previous: tuple[int, Attribution] | None,
        *,
        partial: bool,
        place: int,
    ) -> Attribution:
        if clause is not None and clause.subject is not None:
            mention, subject = clause.subject, clause.subject
            if subject.kind is Subject.PRONOUN:
                mention = self._outer(sentence, known, clause) or subject
            bearer, speaker, how = self._resolve(sentence, mention)
            if bearer is not None and bearer.could_be_person():
                self._focus = bearer
            return Attribution(
                speaker=speaker,
                mention=self._written(sentence.words, mention),
                cue=self.text[sentence.words.starts[clause.verb] : sentence.words.ends[clause.verb_end - 1]],
                how=how,
                partial=partial,
                attributed=True,
            )
        if previous is not None and not partial:
            return _as_continued(previous[1])
        if previous is not None:
            return _as_continued(previous[1], partial=True)
        carried = self._carried(sentence, place, partial=partial)
        return carried or Attribution(
            speaker=None, mention=None, cue=None, how=SpeakerHow.NONE, partial=partial, attributed=False
        )

    def _carried(self, sentence: _Sentence, place: int, *, partial: bool) -> Attribution | None:
        """A quotation that opens its sentence with no clause: it continues a statement, or was introduced."""
        if partial or place != sentence.start or self._last is None:
            return None
        if not self._trusted:
            return None
        if self._fresh:
            return _as_continued(self._last)
        return Attribution(
            speaker=self._last.speaker,
            mention=None,
            cue=None,
            how=SpeakerHow.INTRODUCED if self._last.speaker else SpeakerHow.NONE,
            partial=False,
            attributed=True,
        )

    def _outer(self, sentence: _Sentence, known: Sequence[Clause], clause: Clause) -> Mention | None:
        """"Hamdan said the only thing he wanted to say …": "he" is the one who speaks in the clause around."""
        for outer in known:
            if outer is clause or outer.verb >= clause.verb:
                return None
            if outer.subject is not None and not outer.passive and outer.subject.kind is Subject.NAME:
                return outer.subject
        return None

    def _resolve(self, sentence: _Sentence, mention: Mention) -> tuple[Bearer | None, str | None, SpeakerHow]:
        words = sentence.words
        if mention.kind is Subject.NAME:
            bearer = self.roster.name_of(words, mention.start, mention.end)
            if bearer is not None:
                return bearer, bearer.name, SpeakerHow.NAMED
            return None, self._written(words, mention), SpeakerHow.NAMED
        if mention.kind is Subject.PRONOUN:
            return self._by_pronoun(sentence, mention)
        head = clauses.head_end(words, mention.start, mention.end)
        if words.lower[mention.start] in ("the", "this", "that"):
            description = [low for low in words.lower[mention.start + 1 : head] if low.isalpha()]
            if description and head == mention.end:
                bearer = self.roster.described_as(description, words.starts[mention.start], self._speaking())
                if bearer is not None:
                    return bearer, bearer.name, SpeakerHow.DESCRIPTION
        return None, self._written(words, mention), SpeakerHow.DESCRIPTION

    def _speaking(self) -> Bearer | None:
        return self._voice

    _voice: Bearer | None = None

    def _by_pronoun(self, sentence: _Sentence, mention: Mention) -> tuple[Bearer | None, str | None, SpeakerHow]:
        words = sentence.words
        gender = vocabulary().pronouns.get(words.lower[mention.start])
        if gender not in ("male", "female"):
            return None, None, SpeakerHow.NONE
        here = self.roster.people_between(words.starts[sentence.start], words.starts[mention.start])
        for bearer in (*here[:1], self._focus):
            if bearer is not None and bearer.gender in (None, gender):
                return bearer, bearer.name, SpeakerHow.PRONOUN
        return None, None, SpeakerHow.NONE

    def _written(self, words: Words, mention: Mention) -> str:
        return self.text[words.starts[mention.start] : words.ends[mention.end - 1]]

    # -- what to remember ---------------------------------------------------------------------------------------

    def _remember(
        self, sentence: _Sentence, known: Sequence[Clause], previous: tuple[int, Attribution] | None
    ) -> None:
        """After a sentence: who spoke last, quoted or not, and whether the paragraph still ends with them."""
        words = sentence.words
        spoken: tuple[Bearer | None, str | None] | None = None
        for clause in known:
            if clause.subject is None or clause.passive:
                continue
            bearer, speaker, _ = self._resolve(sentence, clause.subject)
            if speaker is not None:
                spoken = (bearer, speaker)
            if bearer is not None:
                self._voice = bearer
                if bearer.could_be_person():
                    self._focus = bearer
        if not known:
            leading = clauses.leading_subject(words, sentence.start, sentence.end)
            if leading is not None and leading.kind is Subject.NAME:
                bearer = self.roster.name_of(words, leading.start, leading.end)
                if bearer is not None and bearer.could_be_person():
                    self._focus = bearer
        if previous is not None:
            self._last, self._fresh, self._trusted = previous[1], True, True
        elif spoken is not None:
            self._last = Attribution(
                speaker=spoken[1], mention=None, cue=None, how=SpeakerHow.INTRODUCED, partial=False, attributed=True
            )
            self._fresh, self._trusted = False, True
        else:
            self._trusted = False


def _as_continued(last: Attribution, *, partial: bool = False) -> Attribution:
    return Attribution(
        speaker=last.speaker,
        mention=last.mention,
        cue=last.cue,
        how=SpeakerHow.CONTINUED if last.speaker else SpeakerHow.NONE,
        partial=partial,
        attributed=True,
    )
