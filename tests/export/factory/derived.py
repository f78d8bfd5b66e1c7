"""Tallies, disputes and registers of the invented crisis."""

from datetime import date

from export.factory.claims import day
from quipu.model import (
    Claim,
    CountKind,
    Dispute,
    Event,
    IncidentSum,
    RegisterDetail,
    RegisterEntry,
    Stated,
    Tally,
    TallyPoint,
)


def make_point(claim: Claim, speaker: str) -> TallyPoint:
    """A figure of a tally from a running total."""
    assert claim.count is not None
    as_of = claim.date.begin if claim.date else None
    count = claim.count
    return TallyPoint(
        as_of, count.low, count.high, count.text, speaker, claim.id, claim.document_id, count.scope, count.relation
    )


TOLD = (
    ("five", "Ombudsman's office"),
    ("seventeen", "Ombudsman"),
    ("fourteen", "Interior ministry"),
    ("twenty-two", "Corvane Rights Watch"),
    ("twenty-three", "Ombudsman's office"),
    ("gov-25", "Government"),
    ("omb-28", "Ombudsman's office"),
    ("ngo-31", "Corvane Rights Watch"),
    ("over-30", "Author of an undated opinion piece"),
)


def make_tallies(keyed: dict[str, Claim], halden: str) -> list[Tally]:
    """The toll, its indirect part, the injured, the arrested and the participants (in vague words only)."""
    killed = tuple(make_point(keyed[key], speaker) for key, speaker in TOLD)
    sums = (("2031-05-06", 1, 2), ("2031-05-15", 10, 12), ("2031-05-24", 11, 13))
    incidents = tuple(IncidentSum(date.fromisoformat(on), low, high, (halden,)) for on, low, high in sums)
    injured = (
        make_point(keyed["hurt"], "Corvane Rights Watch"),
        make_point(keyed["hurt-900"], "Ministry of Health"),
    )
    return [
        Tally(CountKind.KILLED, "Corvane", killed, incidents),
        Tally(CountKind.KILLED, "Corvane · indirect", (make_point(keyed["indirect"], "Ombudsman"),)),
        Tally(CountKind.INJURED, "Corvane", injured),
        Tally(CountKind.ARRESTED, "Corvane", (make_point(keyed["arrested-412"], "Ministry of Health"),)),
        Tally(CountKind.PARTICIPANTS, "Corvane", (make_point(keyed["march"], "Observer Live"),)),
    ]


def make_disputes(keyed: dict[str, Claim]) -> list[Dispute]:
    """One of each kind."""
    rows = (
        ("incident_count_differs", "killed", "Halden", "2031-05-06", "halden-killed", "one-death",
         "2 killed according to the regional hospital, 1 according to the Ministry of the Interior"),
        ("denied", "use of force", "Halden", "2031-05-06", "shot", "ammunition",
         "A nurse says that people were shot; the Ministry denies that live ammunition was used"),
        ("sources_differ", "killed", "Corvane", "2031-05-16", "seventeen", "fourteen",
         "at least 17 (Ombudsman) against 14 (Interior ministry) for the same day"),
        ("incident_count_differs", "killed", "Ostrow", "2031-05-15", "nine", "ten",
         "9 killed in one report, 10 in a later one"),
        ("sources_differ", "killed", "Corvane", "2031-06-09", "gov-25", "omb-28",
         "25 (Government) against 28 (Ombudsman's office) for the same day"),
        ("sources_differ", "participants", "Port Verity", "2031-06-02", "march-city", "march-organisers",
         "12,000 (the city) against 60,000 (organisers)"),
        ("framing", "removal from office", "Corvane", "2031-05-03", "vote", "coup-framing",
         "One report says that the assembly removed the president; her lawyers call it a legislative coup"),
    )  # fmt: skip
    return [
        Dispute(kind, what, scope, day(on), keyed[left].id, keyed[right].id, reason)
        for kind, what, scope, on, left, right, reason in rows
    ]


def make_registers(keyed: dict[str, Claim], heads: dict[str, Event]) -> list[RegisterEntry]:
    """Decrees, votes, demands, office changes and strikes."""
    rows: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...] = (
        ("decrees", "emergency", "State of emergency", (
            ("places", "Halden, Ostrow, Marrow Bay, Tessaly"), ("duration", "30 days"),
            ("rights", "assembly; inviolability of the home"))),
        ("decrees", "curfew", "Curfew", (("places", "Ostrow"),)),
        ("votes", "vote", "Removal of President Ilse Varga", (("for", "75"), ("against", "48"))),
        ("votes", "bill", "Bill for early elections", (("for", "54"), ("against", "65"), ("abstentions", "7"))),
        *(("demands", f"demand-{n}", target, (("who", "protesters in Halden"),)) for n, target in enumerate(
            ("Resignation of Mr Orr", "Closing of the assembly", "New elections", "Constituent convention"), 1)),
        ("office_changes", "sworn-in", "Tomas Orr, president", (("manner", "sworn in"),)),
        ("office_changes", "resignations", "Petra Solano, interior minister", (("manner", "resigned"),)),
        ("strikes_blockades", "strike-call", "Indefinite strike in Ostrow", (
            ("by", "Unions in Ostrow"), ("state", "planned"))),
    )  # fmt: skip
    entries = []
    for register, key, subject, details in rows:
        claim = keyed[key]
        event = heads[claim.id]
        stated = tuple(RegisterDetail(name, value, (Stated(claim.id, claim.span),)) for name, value in details)
        entries.append(RegisterEntry(register, event.id, event.begin, event.finish, subject, stated, (claim.id,)))
    return entries
