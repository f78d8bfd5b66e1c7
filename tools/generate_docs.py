"""Writes the generated pages of docs/: the command reference, the frames, the list of word files, the tables of peers.

python tools/generate_docs.py            # writes
python tools/generate_docs.py --check    # changes nothing; exit 1 where a page is not up to date
"""

import argparse
import inspect
import json
import re
import sys
import textwrap
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from quipu.claims.frames import Said

DOCS = Path(__file__).parents[1] / "docs"
LEXICON = Path(str(files("quipu.lexicon")))
BEGIN, END = "<!-- generated: word files -->", "<!-- end of generated part -->"
PEERS = Path(__file__).parents[1] / "bench" / "peers.json"
BEGIN_PEERS = "<!-- generated: peers -->"
ROLES = ("act", "undergo", "do", "noun", "people")
FRAMES_HEAD = """# Frames

Generated from `src/quipu/lexicon/` by `make docs`; do not edit. Version {version} of the ontology, {frames} frames.
A claim's `rule` names its frame and that frame's version. The machine-readable form: `common/ontology.yml`
(meaning), `common/codebooks.yml` (PLOVER and ACLED), `<language>/frames/*.yml` (words). Alternatives stand in brackets;
words that must stand near, and those that silence, are told in the files. Every sentence here is a test."""
HEAD = """# Command reference

Generated from the commands' own help by `make docs`; do not edit.
"""


def cli_page(main: click.Group) -> str:
    """Every command and option of `main` as Markdown."""
    context = click.Context(main, info_name="quipu", **main.context_settings)
    sections = [HEAD, *_section(main, context), *_commands(main, context)]
    return "\n".join(sections).rstrip() + "\n"


def _commands(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, info_name=name, parent=context)
        yield from _section(command, inner)
        if isinstance(command, click.Group):
            yield from _commands(command, inner)


def _section(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## `{context.command_path}`\n"
    yield f"```\n{context.command_path} {usage}\n```\n"
    yield from _help(command.help or "")
    options = [p for p in command.get_params(context) if isinstance(p, click.Option) and not p.hidden]
    if options:
        yield "| option | meaning |\n|---|---|"
        yield from (_option(option, context) for option in options)
        yield ""


def _help(text: str) -> Iterator[str]:
    """Paragraphs; those that click was told not to wrap become blocks of code."""
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text)):
        if paragraph.startswith("\b"):
            yield "```\n" + textwrap.dedent(paragraph.removeprefix("\b").strip("\n")) + "\n```\n"
        elif paragraph.strip():
            yield paragraph.strip() + "\n"


def _option(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    names, meaning = record if record else (", ".join(option.opts), option.help or "")
    return f"| `{_cell(names)}` | {_cell(meaning)} |"


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|")


def lexicon_table(root: Path = LEXICON) -> str:
    """One row a file name: where it stands, and what its opening comment says."""
    rows = ["| file | in | what it holds, who reads it, where it is from |", "|---|---|---|"]
    for name, paths in sorted(_by_name(root).items()):
        folders = ", ".join(path.relative_to(root).parts[0] for path in paths)
        rows.append(f"| `{name}` | {folders} | {_cell(_opening(paths[0]))} |")
    return "\n".join(rows)


def _by_name(root: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in sorted([*root.glob("*/*.yml"), *root.glob("*/*/*.yml")]):
        found.setdefault("/".join(path.relative_to(root).parts[1:]), []).append(path)
    return found


def _opening(path: Path) -> str:
    """The comment lines at the head of a file, as one paragraph."""
    words = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        words.append(line.lstrip("# "))
    return " ".join(words)


def lexicon_page(page: str) -> str:
    """The lexicon guide with its generated part made anew."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{lexicon_table()}\n{END}{after}"


def frames_page() -> str:
    """Every frame of the lexicon: what it means in each codebook, its words in each language, and its examples."""
    from quipu.claims.codebooks import codebooks
    from quipu.claims.frames import ontology

    parts = [FRAMES_HEAD.format(version=ontology().version, frames=len(ontology().frames))]
    for event, entry in codebooks().plover.items():
        modes = f"; modes {', '.join(entry.modes)}" if entry.modes else ""
        parts.append(f"## {event}\n\nPLOVER: {entry.quad}{modes}.")
        parts += [_frame(name) for name, meaning in ontology().frames.items() if meaning.plover == event]
    parts.append("## Outside PLOVER\n\nElections, votes and laws, which PLOVER tells by context only.")
    parts += [_frame(name) for name, meaning in ontology().frames.items() if meaning.plover is None]
    return "\n\n".join([*parts, _turns()]) + "\n"


def _frame(name: str) -> str:
    from quipu.claims.frames import frame_words, ontology
    from quipu.lexicon import languages

    meaning = ontology().frames[name]
    coded = " ".join(filter(None, (meaning.plover, meaning.mode))) or "no event"
    lines = [
        f"### `{name}@{meaning.version}`\n",
        f"`{meaning.type}` · {coded} · ACLED {meaning.acled}, {meaning.sub}. Source: {_cell(meaning.source)}.\n",
    ]
    for language in languages():
        words = frame_words(language)[name]
        listed = [_trigger(said) for role in ROLES for said in getattr(words, role)]
        lines.append(f"* {language}: {_cell(', '.join(listed)).replace('[', '(').replace(']', ')')}")
        lines.append(f"  * read: {' · '.join(words.fires)}")
        lines.append(f"  * not read: {' · '.join(words.silent)}")
    return "\n".join(lines)


def _trigger(said: "str | Said") -> str:
    if isinstance(said, str):
        return said
    return f"{said.say} … [{'|'.join(sorted(said.takes))}]" if said.takes else said.say


def _turns() -> str:
    from quipu.claims.frames import ontology

    rows = [
        "## Turns\n\nHow PLOVER files what is not simply done.\n",
        "| said to be | event | filed as |",
        "|---|---|---|",
    ]
    for turn, codings in ontology().turns.items():
        rows += [
            f"| {turn} | {event} | {' '.join(filter(None, (coding.event, coding.mode)))} |"
            for event, coding in codings.items()
        ]
    return "\n".join(rows)


def peers_tables(record: dict[str, Any]) -> str:
    """The figures of bench/peers.json: one table a set, then the stages of reading."""
    tables = [_peers_table(name, readers, record["notes"]) for name, readers in record["sets"].items()]
    stages = ["| stage | words a second | ms an article of 600 words |", "|---|---:|---:|"]
    for stage, figures in record["stages"].items():
        stages.append(f"| {stage} | {figures['words_a_second']:,} | {figures['ms']:.1f} |")
    taken = f"Taken on {record['date']} by `{record['command']}`, Python {record['python']}."
    return "\n\n".join([taken, *tables, "## Speed", "\n".join(stages)])


def _peers_table(name: str, readers: dict[str, Any], notes: dict[str, str]) -> str:
    keys = list(readers["quipu"]["figures"])
    rows = [
        f"## `{name}`\n",
        "| reader | " + " | ".join(keys) + " | words a second | |",
        "|---|" + "---:|" * (len(keys) + 1) + "---|",
    ]
    for reader, told in readers.items():
        if "failed" in told:
            rows.append(f"| {reader} |" + " – |" * (len(keys) + 1) + f" not run: {_cell(told['failed'])} |")
            continue
        versions = ", ".join(f"{package} {version}" for package, version in told["versions"].items())
        figures = " | ".join(f"{told['figures'][key]:.3f}" for key in keys)
        said = "; ".join(filter(None, (versions, notes.get(reader, ""))))
        rows.append(f"| {reader} | {figures} | {told['words_a_second']:,} | {_cell(said)} |")
    return "\n".join(rows)


def benchmarks_page(page: str) -> str:
    """The page of benchmarks with its tables made anew from the figures kept."""
    before, rest = page.split(BEGIN_PEERS)
    _, after = rest.split(END)
    tables = peers_tables(json.loads(PEERS.read_text(encoding="utf-8")))
    return f"{before}{BEGIN_PEERS}\n{tables}\n{END}{after}"


def pages() -> dict[Path, str]:
    """Every generated page as it should be."""
    from quipu.cli import main

    guide = DOCS / "lexicon.md"
    benchmarks = DOCS / "benchmarks.md"
    return {
        DOCS / "cli.md": cli_page(main),
        DOCS / "frames.md": frames_page(),
        guide: lexicon_page(guide.read_text(encoding="utf-8")),
        benchmarks: benchmarks_page(benchmarks.read_text(encoding="utf-8")),
    }


def main() -> None:
    """Writes, or checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    only_check: bool = parser.parse_args().check
    stale = 0
    for path, text in pages().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if only_check:
            print(f"docs/{path.name} is not up to date: run `make docs`", file=sys.stderr)
        else:
            path.write_text(text, encoding="utf-8")
            print(f"wrote docs/{path.name}")
    sys.exit(1 if only_check and stale else 0)


if __name__ == "__main__":
    main()
