"""The documentation keeps up: commands, options, word files and dependencies are told; every link leads somewhere."""

import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import quipu

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
PACKAGE = Path(quipu.__file__).parent
LEXICON = PACKAGE / "lexicon"
WORD_FILES = sorted({"/".join(path.relative_to(LEXICON).parts[1:]) for path in LEXICON.rglob("*.yml")})
NOUNS = (
    "document", "sentence", "claim", "judgement", "decision", "event", "tally", "dispute", "register", "framing",
    "record",
)  # fmt: skip
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")


def _parameters() -> Iterator[tuple[str, str]]:
    """(command, option) of the whole command line; "" for the command itself."""
    if not (PACKAGE / "cli").is_dir():
        return
    from quipu.cli import main

    yield from _parameters_of(main, click.Context(main, info_name="quipu", **main.context_settings), "")


def _parameters_of(group: click.Group, context: click.Context, before: str) -> Iterator[tuple[str, str]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        whole = f"{before}{name}"
        yield whole, ""
        inner = click.Context(command, info_name=name, parent=context)
        for parameter in command.get_params(inner):
            if isinstance(parameter, click.Option) and not parameter.hidden:
                yield from ((whole, option) for option in (*parameter.opts, *parameter.secondary_opts))
        if isinstance(command, click.Group):
            yield from _parameters_of(command, inner, f"{whole} ")


def _section(name: str) -> str:
    """The part of docs/cli.md about one command."""
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    _, _, rest = page.partition(f"## `quipu {name}`\n")
    return rest.split("\n## ")[0]


@pytest.mark.skipif(not (PACKAGE / "cli").is_dir(), reason="this checkout has no command line")
@pytest.mark.parametrize(("command", "option"), list(_parameters()), ids=lambda value: value or "itself")
def test_docs_tell_every_command_and_option(command: str, option: str) -> None:
    section = _section(command)
    assert section, f"docs/cli.md has no section on `quipu {command}`: run `make docs`"
    assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", section), f"{option} is missing: run `make docs`"


@pytest.mark.skipif(not (PACKAGE / "cli").is_dir(), reason="this checkout has no command line")
def test_docs_generated_pages_are_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("generate_docs", ROOT / "tools" / "generate_docs.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    stale = [path.name for path, text in tool.pages().items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `make docs`"


@pytest.mark.parametrize("name", WORD_FILES)
def test_docs_tell_every_word_file(name: str) -> None:
    assert f"`{name}`" in (DOCS / "lexicon.md").read_text(encoding="utf-8"), "run `make docs`"


@pytest.mark.parametrize("noun", NOUNS)
def test_docs_have_a_page_per_noun(noun: str) -> None:
    page = (DOCS / "concepts" / f"{noun}.md").read_text(encoding="utf-8")
    assert "## On the command line" in page
    assert re.search(r"^## (An example|Run)", page, re.MULTILINE)


def test_docs_tell_every_runtime_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.match(r"[\w.-]+", entry) for entry in project["dependencies"]]
    page = (DOCS / "decisions" / "index.md").read_text(encoding="utf-8")
    assert [name[0] for name in names if name and f"| {name[0]} |" not in page] == []


def _links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        yield from ((page, target) for target in _LINK.findall(page.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("page", "target"), list(_links()), ids=lambda value: getattr(value, "name", value))
def test_docs_link_leads_somewhere(page: Path, target: str) -> None:
    if re.match(r"[a-z]+:", target):
        return
    path, _, part = target.partition("#")
    there = (page.parent / path).resolve() if path else page
    assert there.exists(), f"{page.relative_to(ROOT)} links to {target}"
    if part:
        headings = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), re.MULTILINE)
        assert part in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", [p for p in PAGES if p.name != "cli.md"], ids=lambda p: str(p.relative_to(DOCS)))
def test_docs_commands_shown_exist(page: Path) -> None:
    """Every `quipu …` in a block of code names a command and options that there are."""
    known: dict[str, set[str]] = {}
    for command, option in _parameters():
        known.setdefault(command, {"--help"}).add(option)
    if not known:
        pytest.skip("this checkout has no command line")
    for block in re.findall(r"```\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for line in re.findall(r"\bquipu ([a-z][^\n|]*)", block):
            command, *words = line.split("#")[0].split()
            if words and f"{command} {words[0]}" in known:
                command = f"{command} {words.pop(0)}"
            assert command in known, line
            assert {word.split("=")[0] for word in words if word.startswith("-") and word != "-"} <= known[command], (
                line
            )
