"""Pairs of sentences about Velmora that people wrote: one event told twice, and two events told much alike.

``[…]`` stands around the time expression. All pairs are of one date, as the timeline asks only about those.
"""

ONE_EVENT = (
    # The wire copy as it came, its date put otherwise.
    ("The dam broke on [March 14], killing 11 people.", "The dam broke on [14 March], killing 11 people."),
    (
        "The council of Ostrin voted on [Tuesday] to close the old harbour bridge for a year.",
        "The council of Ostrin voted [on 27 February] to close the old harbour bridge for a year.",
    ),
    (
        "At least nine people died and 4,200 were moved after the Karsa dam broke on [Friday].",
        "At least nine people died and 4,200 were moved after the Karsa dam broke [a week ago].",
    ),
    # Articles, "that" and "had" put in or left out; quotation marks of another shape.
    (
        "Prof. Okell told the inquiry [Thursday] that seepage had been found in the eastern slope.",
        "Prof. Okell told the inquiry on [Thursday] seepage had been found in eastern slope.",
    ),
    (
        "The mayor called the cost “a sum we can look in the eye” on [Monday], the Gazette said.",
        'The mayor called the cost "a sum we can look in the eye" [Monday], the Gazette said.',
    ),
    (
        "Crews of the Blue Ferry stopped work on [7 October], and the islands were cut off.",
        "The crews of the Blue Ferry stopped work on [7 October] and the islands were cut off.",
    ),
    # The attribution trimmed, or put in.
    (
        "The Karsa dam broke on [Friday], flooding three villages in the valley below, officials said.",
        "The Karsa dam broke on [Friday], flooding three villages in the valley below.",
    ),
    (
        "According to the harbour office, the Blue Ferry ran aground off Brellin with 80 aboard on [Sunday].",
        "The Blue Ferry ran aground off Brellin with 80 aboard [Sunday].",
    ),
    (
        "The Accord Party lost the Karsa Valley seat held since 2023 on [Tuesday], Velmora Wire reported.",
        "The Accord Party lost the Karsa Valley seat held since 2023 on [6 May].",
    ),
    # Who somebody is, set off by commas, put in or left out.
    (
        "Mayor Ilsa Hamdan, a former ferry pilot, opened the new northern quay of the harbour on [Monday].",
        "Mayor Ilsa Hamdan opened the new northern quay of the harbour on [Monday].",
    ),
    (
        "Judge Ilvane, sitting alone, ordered the ministry to release the Karsa dam file on [Wednesday].",
        "Judge Ilvane ordered the ministry to release the Karsa dam file on [21 May].",
    ),
    (
        "The inquiry – the second in ten years – is to begin its public hearings in Ostrin on [8 April].",
        "The inquiry is to begin its public hearings in Ostrin on [8 April].",
    ),
)

TWO_EVENTS = (
    # Another number.
    ("The dam broke on [Friday], killing 11 people.", "The dam broke on [Friday], killing nine people."),
    (
        "Police in Ostrin arrested 14 people after the march of the ferry crews on [Sunday].",
        "Police in Ostrin arrested 41 people after the march of the ferry crews on [Sunday].",
    ),
    (
        "The River Workers’ Union said crews had reported wet ground on [3 March] and again later.",
        "The River Workers’ Union said 200 crews had reported wet ground on [3 March] and again later.",
    ),
    (
        "The repair of the Karsa dam will cost $5 million, the ministry of waterways said on [Monday].",
        "The repair of the Karsa dam will cost €5 million, the ministry of waterways said on [Monday].",
    ),
    (
        "The river at Karsa stood -2 metres from the mark on [Monday] at the time of the gauge reading.",
        "The river at Karsa stood 2 metres from the mark on [Monday] at the time of the gauge reading.",
    ),
    # Another name.
    (
        "The council of Ostrin voted on [Tuesday] to close the old harbour bridge for a year.",
        "The council of Karsa voted on [Tuesday] to close the old harbour bridge for a year.",
    ),
    (
        "Tomas Verrick was charged with fraud by the Ostrin district court on [Monday].",
        "Tomas Verlin was charged with fraud by the Ostrin district court on [Monday].",
    ),
    (
        "The Blue Ferry ran aground off Brellin with passengers aboard late on [Sunday].",
        "The Grey Ferry ran aground off Brellin with passengers aboard late on [Sunday].",
    ),
    # The opposite.
    (
        "The council of Ostrin voted on [Tuesday] to close the old harbour bridge to all cars and lorries.",
        "The council of Ostrin voted on [Tuesday] to keep the old harbour bridge to all cars and lorries.",
    ),
    (
        "Parliament in Ostrin approved the budget for the Karsa dam repairs on [Thursday] after a debate.",
        "Parliament in Ostrin rejected the budget for the Karsa dam repairs on [Thursday] after a debate.",
    ),
    (
        "The ministry said on [Monday] it would release the file on the Karsa dam to the inquiry.",
        "The ministry said on [Monday] it would not release the file on the Karsa dam to the inquiry.",
    ),
    (
        "The court found Orlan Dacke, the former Accord lawmaker, guilty of taking money on [Friday].",
        "The court found Orlan Dacke, the former Accord lawmaker, not guilty of taking money on [Friday].",
    ),
    (
        "Talks in Brellin were declared legal by Judge Ilvane on [Monday].",
        "Talks in Brellin were declared illegal by Judge Ilvane on [Monday].",
    ),
    (
        "The council of Ostrin voted to close the old harbour bridge on [Tuesday]?",
        "The council of Ostrin voted to close the old harbour bridge on [Tuesday].",
    ),
    # Who does what to whom.
    (
        "Ilsa Hamdan accused Tomas Verlin of hiding the report from the council on [Monday].",
        "Tomas Verlin accused Ilsa Hamdan of hiding the report from the council on [Monday].",
    ),
    (
        "Ostrin beat Karsa in the river race on [Saturday] by two lengths.",
        "Karsa beat Ostrin in the river race on [Saturday] by two lengths.",
    ),
    (
        "The last train from Ostrin to Karsa was stopped by snow on [Tuesday] evening.",
        "The last train from Karsa to Ostrin was stopped by snow on [Tuesday] evening.",
    ),
    # One word more, and somebody else.
    (
        "The court in Ostrin sentenced Tomas Verlin to prison for fraud on [Monday].",
        "The court in Ostrin sentenced Tomas Verlin’s brother to prison for fraud on [Monday].",
    ),
    (
        "The minister of waterways, Joren Sabel, resigned over the Karsa dam report on [Thursday].",
        "The deputy minister of waterways, Joren Sabel, resigned over the Karsa dam report on [Thursday].",
    ),
    (
        "Police arrested three people after the fire in the old market on [Monday] in Ostrin.",
        "Police arrested three people after the fire in the old market on [Monday].",
    ),
    # Planned, attempted, done; another place of the same.
    (
        "The Lantern Party attempted to stop the vote on the Karsa file in parliament on [Monday].",
        "The Lantern Party managed to stop the vote on the Karsa file in parliament on [Monday].",
    ),
    (
        "The eastern slope of the Karsa dam was inspected by engineers of the institute on [11 March].",
        "The western slope of the Karsa dam was inspected by engineers of the institute on [11 March].",
    ),
    (
        "The union will go to court over the ministry’s file on the Karsa dam on [2 April].",
        "The union went to court over the ministry’s file on the Karsa dam on [2 April].",
    ),
    # What is set off speaks of somebody else, or turns the sentence.
    (
        "Ilsa Hamdan, together with Dario Quell, opened the new northern quay of the harbour on [Monday].",
        "Ilsa Hamdan opened the new northern quay of the harbour on [Monday].",
    ),
    (
        "The Courier printed the minutes of the Karsa briefing on [Sunday], but withdrew them within hours.",
        "The Courier printed the minutes of the Karsa briefing on [Sunday].",
    ),
    (
        "In Karsa, police arrested several people after the march of the ferry crews on [Sunday].",
        "Police arrested several people after the march of the ferry crews on [Sunday].",
    ),
    # Too little is said to tell of whom.
    ("She resigned on [Monday].", "She resigned on [Monday]."),
    ("Hearings resumed on [Monday].", "Hearings resumed on [Monday]."),
    (
        "He was sentenced to ten years in prison by the Ostrin district court on [Monday].",
        "He was sentenced to ten years in prison by the Ostrin district court on [Monday].",
    ),
    (
        "The company said on [Monday] it would cut jobs at its northern plants next year.",
        "The company said on [Monday] it would cut jobs at its northern plants next year.",
    ),
)
