"""The fixed words of a content file. Neutral, readable, and the same in both directions."""

from sitegen.model import QuotationKind, SpeakerHow, SpeakerKind, TimexHow, TimexType

LEAD = "Lead"
QUOTATIONS = "Quotations"
TERMS = "Terms in quotation marks"
SPEAKERS = "Speakers"
INDIRECT = "Indirect statements"
DISPUTES = "Disputed statements"
TIMELINE = "Timeline"
CONTEXT = "Context"

HEADINGS = (LEAD, QUOTATIONS, TERMS, SPEAKERS, INDIRECT, DISPUTES, TIMELINE, CONTEXT)
"""Of the sections the program writes, in the order it writes them."""

QUOTATION_KIND = {
    QuotationKind.PARTIAL: "partial",
    QuotationKind.INDIRECT: "reported",
}
"""Whose sentence the words stand in; a direct quotation is what a reader expects and goes without saying."""

DISPUTED = "disputed"
DISPUTING = "disputing"
"""On which side of a dispute a statement stands; both are reported, which goes without saying."""

RELAYED_BY = "relayed by"

SPEAKER_HOW = {
    SpeakerHow.NAMED: "named in the sentence",
    SpeakerHow.PRONOUN: "from a pronoun",
    SpeakerHow.DESCRIPTION: "from a description",
    SpeakerHow.CONTINUED: "continues the statement before",
    SpeakerHow.INTRODUCED: "introduced by the sentence before",
    SpeakerHow.NONE: "no speaker found",
}
"""On what evidence the speaker was named."""

SPEAKER_HOW_MENTIONED = {
    SpeakerHow.NAMED: "named in the sentence as",
    SpeakerHow.PRONOUN: "from the pronoun",
    SpeakerHow.DESCRIPTION: "from the description",
    SpeakerHow.CONTINUED: "continues the statement before, with",
    SpeakerHow.INTRODUCED: "introduced by the sentence before as",
    SpeakerHow.NONE: "no speaker found for",
}
"""The same, where the words in the sentence follow in “ ”."""

SPEAKER_KIND = {
    SpeakerKind.PERSON: "person",
    SpeakerKind.BODY: "body",
}
"""What bears a name."""

TIMEX_TYPE = {
    TimexType.DATE: "date",
    TimexType.TIME: "time of day",
    TimexType.DURATION: "duration",
    TimexType.SET: "repeated",
}
"""What kind of time it is; a date is what a timeline expects and goes without saying."""

TIMEX_HOW = {
    TimexHow.STATED: "as stated",
    TimexHow.PUBLICATION: "from the publication date",
    TimexHow.CONTEXT: "from an earlier date in the text",
    TimexHow.UNRESOLVED: "not resolved",
}
"""What the value was worked out from."""
