"""Why it came out so: which rule fired on which words, for each quotation and term of a text.

For whoever keeps the rules and the word lists; ``sitegen extract --trace`` prints it.
"""

from collections.abc import Iterator, Sequence

from sitegen.extract.quotations import Found
from sitegen.extract.speech.reading.attribution import Step
from sitegen.model import Quotation

_SHOWN = 72
"""Characters of an excerpt that are shown."""


def report(name: str, text: str, found: Found) -> str:
    """The rules behind every quotation and term of ``text``, in text order, a block of lines each."""
    quoted = {quotation.words.span: quotation for quotation in found.quotations}
    lines = [f"== {name}"]
    for span in sorted(found.why):
        lines += ["", f"{span.start}-{span.end} “{_short(span.of(text))}”", _verdict(quoted.get(span))]
        lines += [f"    {line}" for line in _steps(text, found.why[span])]
    return "\n".join([*lines, "", ""])


def _verdict(quotation: Quotation | None) -> str:
    """What the words were taken for."""
    if quotation is None:
        return "  term in quotation marks"
    relayed = f", relayed by {', '.join(quotation.relayed_by)}" if quotation.relayed_by else ""
    return f"  {quotation.kind} · {quotation.speaker or 'speaker not known'} · {quotation.how}{relayed}"


def _steps(text: str, steps: Sequence[Step]) -> Iterator[str]:
    if not steps:
        yield "no rule fired"
    for step in steps:
        words = f" “{_short(text[step.start : step.end])}” [{step.start}-{step.end}]" if step.end else ""
        outcome = f" → {step.outcome}" if step.outcome else ""
        yield f"{step.rule}{words}{outcome}"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
