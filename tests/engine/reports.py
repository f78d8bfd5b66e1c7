"""Small reports in our own words, and what a record of them holds, for the tests of the engine."""

import json
import random
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from quipu.model import RecordView
from quipu.store import Store

TOWNS = ("Juliaca", "Ayacucho", "Andahuaylas", "Cusco", "Arequipa")
SOURCES = ("the health ministry", "the ombudsman", "a hospital director")
SENTENCES = (
    "{n} people were killed in clashes in {town} on {day}, the ombudsman said.",
    "Police arrested {m} protesters in {town} on {day}.",
    "Residents blocked the road to {town} on {day} and demanded elections.",
    "At least {total} people have been killed since the protests began, {source} said.",
    "Thousands marched in {town} on {day}.",
)
Report = dict[str, object]


def make_report(id: str, text: str, published: str | None = "2023-01-10", language: str | None = "en") -> Report:
    """One line of JSON Lines."""
    return {"id": id, "text": text, "published": published, "language": language}


def make_reports(count: int) -> list[Report]:
    """Many reports, five a day; every tenth repeats the one before."""
    dice = random.Random(7)
    reports: list[Report] = []
    for number in range(count):
        today = date(2022, 12, 7) + timedelta(days=number // 5)
        words = {"n": "Two", "m": dice.randrange(5, 40), "total": 10 + dice.randrange(9), "town": dice.choice(TOWNS)}
        words["source"] = dice.choice(SOURCES)
        said = [s.format(day=f"{today.day} {today:%B} {today.year}", **words) for s in dice.sample(SENTENCES, 3)]
        text = reports[-1]["text"] if number % 10 == 9 else " ".join(said)
        reports.append(make_report(f"r{number}", str(text), today.isoformat()))
    return reports


def write_lines(path: Path, reports: Iterable[object]) -> str:
    """Writes JSON Lines; a string is a line as it is."""
    lines = (report if isinstance(report, str) else json.dumps(report) for report in reports)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


def contents(view: RecordView) -> dict[str, list[Any]]:
    """All that must be the same in two records of the same reports, however they were built."""
    return {
        "documents": [(f.document.id, f.text_sha256, f.copy_of, f.anchor, f.claims) for f in view.documents()],
        "claims": list(view.claims()),
        "refused": list(view.refused_claims()),
        "events": list(view.events()),
        "tallies": list(view.tallies()),
        "disputes": list(view.disputes()),
        "timeline": list(view.timeline()),
        "days": list(view.days()),
        "registers": list(view.registers()),
    }


def contents_of(record: Path) -> dict[str, list[Any]]:
    """The contents of a record on disk."""
    with Store.open(record) as store:
        return contents(store.view())
