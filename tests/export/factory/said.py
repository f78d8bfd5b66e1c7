"""What the reports of the invented crisis claim: document, key, words, type, and the fields that the words give."""

from typing import Any

WIRE1, COURIER, MINISTRY, WIRE2 = "d-3f09a1c2b7de", "d-81bb20e94c55", "d-c4d1770ab3f2", "d-5ea77c10d9b4"
RADIO, ROUNDUP, COPY, NGO = "d-9920fe51ac08", "roundup-16-may", "d-0b6f3e77a941", "NGO bulletin № 3 (Ostrow)"
WIRE3, LIVE, OBSERVER, OPINION = "d-77e1c2aa90ff", 'live <blog> & "notes"', "d-e20c6b1f4a3d", "d-48d0aa3377be"

TWO_DEAD = (
    "Two people, aged 15 and 18, were killed on Tuesday when police opened fire near the airport of Halden, the "
    "regional hospital confirmed."
)
HURT = "More than twenty others were injured and a dozen were arrested."
DEMANDS = (
    "They demand the resignation of Mr Orr, the closing of the assembly, new elections and a constituent convention."
)

Said = tuple[str, str, str, str, dict[str, Any]]


def _halden(doc: str, prefix: str) -> list[Said]:
    """The same passage stands in three reports."""
    told: list[Said] = [
        (doc, f"{prefix}-killed", TWO_DEAD, "killing", {
            "count": ("killed", 2, 2, "Two"), "place": "Halden", "date": "2031-05-06", "basis": "relative",
            "actor": "police", "target": "Two people, aged 15 and 18", "by": "the regional hospital",
            "victims": [("aged 15 and 18", None, 15, "minor"), ("aged 15 and 18", None, 18, None)],
            "acled": ("Violence against civilians", "Attack"), "plover": ("ASSAULT", None),
        }),
        (doc, f"{prefix}-injured", HURT, "injury", {
            "count": ("injured", 20, None, "More than twenty"), "place": "Halden", "date": "2031-05-06",
            "basis": "context", "by": "the regional hospital",
        }),
        (doc, f"{prefix}-arrested", HURT, "arrest", {
            "count": ("arrested", 12, 12, "a dozen"), "place": "Halden", "date": "2031-05-06", "basis": "context",
            "by": "the regional hospital",
        }),
    ]  # fmt: skip
    return told


SAID: list[Said] = [
    (WIRE1, "vote", "Corvane's assembly voted 75 to 48 on Saturday to remove President Ilse Varga from office",
     "removal_from_office", {"count": ("votes", 75, 75, "75"), "place": "Port Verity", "date": "2031-05-03",
                             "basis": "relative", "actor": "Corvane's assembly", "target": "President Ilse Varga"}),
    (WIRE1, "dissolution", "hours after she had announced that the chamber was dissolved", "dissolution",
     {"place": "Port Verity", "date": "2031-05-03", "basis": "context"}),
    (WIRE1, "sworn-in", "The vice-president, Tomas Orr, was sworn in before midnight.", "appointment",
     {"actor": "Tomas Orr", "date": "2031-05-03", "basis": "context"}),
    (WIRE1, "elections-promised", "He called for calm and said that elections would be held within a year.",
     "election", {"modality": "planned"}),
    (WIRE1, "varga-arrest", "Ms Varga was arrested by the national police at 22:40 on her way to an embassy, the "
     "interior ministry said.", "arrest", {"actor": "the national police", "target": "Ms Varga",
                                           "date": "2031-05-03", "basis": "context", "by": "the interior ministry"}),
    (WIRE1, "coup-framing", "Her lawyers call the vote a legislative coup.", "statement", {"by": "Her lawyers"}),
    *_halden(COURIER, "halden"),
    (COURIER, "occupation", "Thousands had marched from the market to the runway, which protesters have occupied "
     "since Monday.", "occupation", {"count": ("participants", None, None, "Thousands"), "place": "Halden",
                                     "date": "2031-05-05", "basis": "relative"}),
    *((COURIER, f"demand-{n}", DEMANDS, "demand", {"modality": "demanded", "target": target, "actor": "They"})
      for n, target in enumerate(("the resignation of Mr Orr", "the closing of the assembly", "new elections",
                                  "a constituent convention"), 1)),
    (COURIER, "shot", "\"They were shot in the back,\" said a nurse who had treated both.", "repression_force_use",
     {"by": "a nurse"}),
    # Crosses the end of the quotation above and the whole of the paragraph before it.
    (COURIER, "crossing", "new elections and a constituent convention.\n\n\"They were shot", "statement", {}),
    (MINISTRY, "one-death", "The Ministry of the Interior reports one death in connection with the events of 6 May "
     "at the airport of Halden.", "killing", {"count": ("killed", 1, 1, "one"), "place": "Halden",
                                              "date": "2031-05-06", "basis": "explicit",
                                              "by": "The Ministry of the Interior"}),
    (MINISTRY, "officers", "Eleven officers were injured.", "injury",
     {"count": ("injured", 11, 11, "Eleven"), "scope": "police", "place": "Halden", "date": "2031-05-06",
      "basis": "context"}),
    (MINISTRY, "ammunition", "The Ministry denies that live ammunition was used.", "repression_force_use",
     {"modality": "denied", "by": "The Ministry"}),
    (WIRE2, "emergency", "The government of Corvane on Friday declared a state of emergency in Halden, Ostrow, "
     "Marrow Bay and Tessaly for 30 days.", "emergency_decree", {"actor": "The government of Corvane",
                                                                 "date": "2031-05-09", "basis": "relative",
                                                                 "place": "Halden"}),
    (WIRE2, "five", "At least five people have died since the protests began, the ombudsman's office said.",
     "killing", {"count": ("killed", 5, None, "At least five"), "cumulative": True, "by": "the ombudsman's office",
                 "date": "2031-05-09", "basis": "anchor"}),
    (RADIO, "strike-call", "Unions in Ostrow will begin an indefinite strike on Monday, 12 May", "strike",
     {"modality": "planned", "place": "Ostrow", "actor": "Unions in Ostrow", "date": "2031-05-12",
      "basis": "explicit"}),
    (RADIO, "blocks", "Roads to the border would be blocked at eleven points", "blockade",
     {"modality": "planned", "place": "Ostrow", "date": "2031-05-12", "basis": "context"}),
    (ROUNDUP, "nine", "Nine people were killed in Ostrow on Thursday, among them two minors", "killing",
     {"count": ("killed", 9, 9, "Nine"), "place": "Ostrow", "date": "2031-05-15", "basis": "relative",
      "by": "the ombudsman's office"}),
    (ROUNDUP, "nine-minors", "among them two minors", "killing",
     {"count": ("killed", 2, 2, "two"), "scope": "minors", "relation": "subset", "place": "Ostrow",
      "date": "2031-05-15", "basis": "context", "by": "the ombudsman's office"}),
    (ROUNDUP, "seventeen", "The national toll now stands at no fewer than 17 dead", "killing",
     {"count": ("killed", 17, None, "no fewer than 17"), "cumulative": True, "by": "the ombudsman",
      "date": "2031-05-16", "basis": "relative"}),
    (ROUNDUP, "indirect", "plus five more who died of indirect consequences, such as patients held up at road "
     "blocks", "killing", {"count": ("killed", 5, 5, "five"), "cumulative": True, "scope": "indirect",
                           "relation": "addition", "by": "the ombudsman", "date": "2031-05-16", "basis": "context"}),
    (ROUNDUP, "fourteen", "The interior ministry counts 14.", "killing",
     {"count": ("killed", 14, 14, "14"), "cumulative": True, "by": "The interior ministry", "date": "2031-05-16",
      "basis": "context"}),
    *_halden(ROUNDUP, "roundup-halden"),
    (ROUNDUP, "resignations", "The interior minister, Petra Solano, and the minister of culture resigned on "
     "Friday.", "resignation", {"count": ("resignations", 2, 2, "The interior minister, Petra Solano, and the "
                                          "minister of culture"), "date": "2031-05-16", "basis": "relative"}),
    *_halden(COPY, "copy-halden"),
    (NGO, "ten", "Our team has confirmed ten deaths in Ostrow on 15 May, all by gunshot.", "killing",
     {"count": ("killed", 10, 10, "ten"), "place": "Ostrow", "date": "2031-05-15", "basis": "explicit"}),
    (NGO, "tenth", "The tenth, Testname Q. Placeholder, 34, a porter, died of his wounds on 19 May.", "killing",
     {"count": ("killed", 1, 1, "The tenth"), "relation": "subset", "place": "Ostrow", "date": "2031-05-19",
      "basis": "explicit", "target": "Testname Q. Placeholder",
      "victims": [("Testname Q. Placeholder, 34, a porter", "Testname Q. Placeholder", 34, None)]}),
    (NGO, "twenty-two", "We have documented 22 deaths in all", "killing",
     {"count": ("killed", 22, 22, "22"), "cumulative": True, "date": "2031-05-21", "basis": "anchor"}),
    (NGO, "nineteen", "19 of them attributable to the security forces", "killing",
     {"count": ("killed", 19, 19, "19"), "cumulative": True, "relation": "subset", "scope": "by security forces",
      "date": "2031-05-21", "basis": "anchor"}),
    (NGO, "hurt", "Between 180 and 210 people were injured.", "injury",
     {"count": ("injured", 180, 210, "Between 180 and 210"), "cumulative": True, "date": "2031-05-21",
      "basis": "anchor"}),
    (NGO, "raids", "The offices of two radio stations were raided", "raid", {"target": "two radio stations"}),
    (NGO, "crew", "a camera crew was beaten by officers in Tessaly", "attack_on_press",
     {"place": "Tessaly", "actor": "officers", "target": "a camera crew"}),
    (WIRE3, "twenty-three", "The death toll of the protests in Corvane rose to 23 on Saturday", "killing",
     {"count": ("killed", 23, 23, "23"), "cumulative": True, "relation": "revision", "by": "the ombudsman's office",
      "date": "2031-05-24", "basis": "relative"}),
    (WIRE3, "run-over", "a man of 61, run over at a road block near Tessaly, died in hospital", "killing",
     {"place": "Tessaly", "by": "the ombudsman's office", "date": "2031-05-24", "basis": "context",
      "victims": [("a man of 61", None, 61, None)]}),
    (WIRE3, "curfew", "The curfew in Ostrow, in force from 16 May, was extended to 6 June.", "curfew",
     {"place": "Ostrow", "date": "2031-05-16/2031-06-06", "basis": "explicit"}),
    (LIVE, "march", "Tens of thousands have reached the old bridge of Port Verity.", "protest",
     {"count": ("participants", None, None, "Tens of thousands"), "place": "Port Verity", "date": "2031-06-02",
      "basis": "anchor"}),
    (LIVE, "march-city", "The city counts 12,000", "protest",
     {"count": ("participants", 12000, 12000, "12,000"), "by": "The city", "place": "Port Verity",
      "date": "2031-06-02", "basis": "anchor"}),
    (LIVE, "march-organisers", "organisers speak of 60,000", "protest",
     {"count": ("participants", 60000, 60000, "60,000"), "by": "organisers", "place": "Port Verity",
      "date": "2031-06-02", "basis": "anchor"}),
    (LIVE, "thirty-hurt", "At least 30 injured, medics say.", "injury",
     {"count": ("injured", 30, None, "At least 30"), "by": "medics", "place": "Port Verity", "date": "2031-06-02",
      "basis": "anchor"}),
    (LIVE, "bill", "The assembly has rejected a bill for early elections, 65 to 54, with 7 abstentions.", "vote",
     {"count": ("votes", 65, 65, "65"), "actor": "The assembly", "target": "a bill for early elections",
      "date": "2031-06-02", "basis": "anchor"}),
    (OBSERVER, "gov-25", "the government counts 25 dead", "killing",
     {"count": ("killed", 25, 25, "25"), "cumulative": True, "by": "the government", "date": "2031-06-09",
      "basis": "anchor"}),
    (OBSERVER, "omb-28", "the ombudsman's office 28", "killing",
     {"count": ("killed", 28, 28, "28"), "cumulative": True, "by": "the ombudsman's office", "date": "2031-06-09",
      "basis": "anchor"}),
    (OBSERVER, "ngo-31", "Corvane Rights Watch at least 31, of them five of indirect consequences", "killing",
     {"count": ("killed", 31, None, "at least 31"), "cumulative": True, "by": "Corvane Rights Watch",
      "date": "2031-06-09", "basis": "anchor"}),
    (OBSERVER, "hurt-900", "Up to 900 people were injured, the ministry of health said", "injury",
     {"count": ("injured", None, 900, "Up to 900"), "cumulative": True, "by": "the ministry of health",
      "date": "2031-06-09", "basis": "anchor"}),
    (OBSERVER, "arrested-412", "412 were arrested", "arrest",
     {"count": ("arrested", 412, 412, "412"), "cumulative": True, "by": "the ministry of health",
      "date": "2031-06-09", "basis": "anchor"}),
    (OBSERVER, "approval", "Approval of Mr Orr fell to 11 per cent in a poll published on Sunday.", "other",
     {"count": ("percent", 11, 11, "11 per cent"), "date": "2031-06-08", "basis": "relative"}),
    (OPINION, "over-30", "Over 30 lives have been lost", "killing",
     {"count": ("killed", 30, None, "Over 30"), "cumulative": True, "date": "2031-07-03", "basis": "anchor"}),
    (OPINION, "strike-threat", "If the assembly does not set a date by July, the unions of Ostrow would strike "
     "again.", "strike", {"modality": "hypothetical", "place": "Ostrow", "actor": "the unions of Ostrow"}),
]  # fmt: skip
