"""Does memory stay flat? Builds records of synthetic reports in fresh processes and compares their peak memory.

    python bench/memory.py                 # 1,000 and 10,000 reports
    python bench/memory.py 500 2000 --json
    python bench/memory.py --brief         # the same sizes behind the sentence reader, far quicker

Reports are made from templates with a fixed seed: ten a day, so that more reports are a longer crisis; about 220 words;
one in twenty repeats an earlier one. `--brief` makes reports of three sentences and reads them by words alone
(`QUIPU_READER=none`): its memory is that of the record, of copies, linking, tallies and lists, on a smaller base than
the sentence reader's, so that growth shows all the more; the reader's own memory it does not measure. Exits 1 if the
largest build needs over 1.2 times the memory of the smallest.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

MOST = 1.2
PER_DAY = 10
SENTENCES, BRIEF = 12, 3
BEGIN = date(2022, 12, 7)
PLACES = ("Juliaca", "Ayacucho", "Andahuaylas", "Cusco", "Arequipa", "Puno", "Lima", "Trujillo", "Ica", "Huancayo")
SOURCES = ("the ombudsman", "the health ministry", "the police", "a hospital director", "the regional government")
TEMPLATES = (
    "{n} people were killed and {m} injured in clashes in {place} on {day}, {source} said.",
    "Police arrested {m} protesters in {place} on {day} after a march through the centre.",
    "Residents of {place} have blocked the main road since {day}, demanding new elections.",
    "Thousands of people marched in {place} on {day}; shops and schools stayed closed.",
    "Unions in {place} called an indefinite strike from {day}, {source} said.",
    "The government declared a state of emergency in {place} on {day} for thirty days.",
    "At least {total} people have been killed since the protests began, {source} said on {day}.",
    "Officers fired tear gas at a crowd near the airport of {place} on {day}.",
    "The talks between both sides in {place} went on into the night without result.",
    "Prices of potatoes and fuel in {place} rose for the third week, traders told this paper; buses ran half empty.",
)
# What does not happen every day: one sentence in two hundred.
RARE = (
    "The minister of the interior resigned on {day} after the deaths in {place}.",
    "Congress rejected the motion on {day} by {m} votes to {n}.",
)


def make_reports(count: int, sentences: int = SENTENCES) -> Iterator[dict[str, object]]:
    """The reports of so many sentences, oldest first."""
    dice = random.Random(20221207)
    texts: list[str] = []
    for number in range(count):
        today = BEGIN + timedelta(days=number // PER_DAY)
        text = dice.choice(texts) if texts and number % 20 == 19 else _text(dice, today, number, sentences)
        texts = [*texts[-20:], text]
        yield {"id": f"r{number}", "text": text, "published": today.isoformat(), "language": "en"}


def build(reports: Path, record: Path) -> dict[str, float]:
    """Builds a record in this process; gives seconds and mebibytes at the peak."""
    # Here, so that the parent needs no installed quipu to print its help.
    from quipu.engine import build_record

    began = time.monotonic()
    run = build_record([str(reports)], record)
    seconds = time.monotonic() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if run.status != "finished" or run.counts["refused"]:
        raise SystemExit(f"the build did not go through: {run.status} {run.counts}")
    counts = {name: run.counts[name] for name in ("documents_added", "claims", "events")}
    return {**counts, "seconds": round(seconds, 1), "peak_mib": round(peak, 1)}


def measure(count: int, *, is_brief: bool) -> dict[str, float]:
    """A build of `count` reports in a fresh process."""
    chosen = {"QUIPU_READER": "none"} if is_brief else {}
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        made = make_reports(count, BRIEF if is_brief else SENTENCES)
        with open(reports, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(report) + "\n" for report in made)
        command = [sys.executable, __file__, "--build", str(reports), str(Path(folder) / "record")]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | chosen)
    if done.returncode:
        raise SystemExit(done.stderr)
    return dict(json.loads(done.stdout))


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--brief", action="store_true", help="three sentences a report, no sentence reader")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--build", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build:
        print(json.dumps(build(*given.build)))
        return 0
    rows = [measure(size, is_brief=given.brief) for size in given.sizes]
    peaks = [row["peak_mib"] for row in rows]
    ratio = round(peaks[-1] / peaks[0], 3)
    if given.json:
        print(json.dumps({"builds": rows, "ratio": ratio}))
    else:
        for row in rows:
            rate = row["documents_added"] / row["seconds"]
            print(
                f"{row['documents_added']:>7,} reports  {row['claims']:>8,} claims  {row['events']:>7,} events", end=""
            )
            print(f"  {row['seconds']:>7} s  {rate:>6.0f} reports/s  peak {row['peak_mib']} MiB")
        print(f"ratio {ratio} (at most {MOST})")
    return 0 if ratio <= MOST else 1


def _text(dice: random.Random, today: date, number: int, length: int) -> str:
    sentences = []
    for _ in range(length):
        when = today - timedelta(days=dice.randrange(3))
        words = {
            "n": dice.choice(["Two", "Three", "Four", "Five"]),
            "m": str(dice.randrange(6, 60)),
            "total": str(10 + number // 40),
            "place": dice.choice(PLACES),
            "source": dice.choice(SOURCES),
            "day": f"{when.day} {when:%B} {when.year}",
        }
        sentences.append(dice.choice(TEMPLATES if dice.random() > 0.005 else RARE).format(**words))
    return "\n\n".join(" ".join(sentences[n : n + 3]) for n in range(0, length, 3))


if __name__ == "__main__":
    sys.exit(main())
