"""The peers' readers, as far as they are ours: aligning tagged text, the regular expression, the choice of names."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

READERS = Path(__file__).parents[2] / "bench" / "peer_readers"


@pytest.fixture(autouse=True)
def _readers_on_the_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(READERS))
    yield
    for name in ("heideltime", "expression", "gazetteers", "registry"):
        sys.modules.pop(name, None)


def _module(name: str) -> ModuleType:
    return import_module(name)


@pytest.mark.parametrize(
    ("tagged", "text", "found"),
    [
        ("All fell.", "All fell.", []),
        (
            'It fell <TIMEX3 tid="t1" type="DATE" value="2019-10-18">on  Friday</TIMEX3>.',
            "It fell on Friday.",
            [("on Friday", "DATE", "2019-10-18")],
        ),
        (
            'A &amp; B\n\n<TIMEX3 tid="t2" type="DURATION" value="P2M">two months</TIMEX3> of &lt;it&gt;',
            "A & B\ntwo months of <it>",
            [("two months", "DURATION", "P2M")],
        ),
    ],
    ids=["nothing", "blanks differ", "escapes"],
)
def test_peer_readers_align_tagged_text(tagged: str, text: str, found: list[tuple[str, str, str]]) -> None:
    rows = _module("heideltime").aligned(f"<TimeML>\n{tagged}\n</TimeML>", text)
    assert [(text[row["start"] : row["end"]], row["type"], row["value"]) for row in rows] == found


def test_peer_readers_refuse_to_align_another_text() -> None:
    with pytest.raises(ValueError, match="leaves the document's"):
        _module("heideltime").aligned("<TimeML>Three fell.</TimeML>", "Four fell.")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said that two men had died.", "The mayor", "said", "two men had died"),
        (
            "Two men died in the fire at the mill, the mayor said.",
            "the mayor",
            "said",
            "Two men died in the fire at the mill",
        ),
        (
            '"Nobody will be spared by this fire," said the mayor.',
            "the mayor",
            "said",
            '"Nobody will be spared by this fire,"',
        ),
        ("Two men died, according to the mayor.", "the mayor", "according to", "Two men died"),
        ("“Nobody will be spared by this fire.”", None, None, "Nobody will be spared by this fire."),
    ],
    ids=["before", "after", "turned", "according", "bare quotation"],
)
def test_peer_readers_expression_finds_who_says(text: str, source: str | None, cue: str | None, content: str) -> None:
    (row,) = _module("expression").attributions(text)
    spans = {role: span and text[span["start"] : span["end"]] for role, span in row.items()}
    assert (spans["source"], spans["cue"]) == (source, cue)
    assert str(spans["content"]).strip('"”,') == content.strip('"”,')


def test_peer_readers_expression_leaves_plain_sentences() -> None:
    assert list(_module("expression").attributions("Two men died in the fire. It burnt for hours.")) == []


def test_peer_readers_take_the_most_populous_bearer_of_the_longest_name() -> None:
    gazetteers = _module("gazetteers")
    text = "From Santa Cruz to Lima and lima beans."
    small, large = (gazetteers.Known(number, 0.0, 0.0, "PE", number) for number in (1, 2))
    rows = list(gazetteers._places(text, {"santa cruz": large, "cruz": small, "lima": small}))
    assert [(row["name"], row["geonameid"]) for row in rows] == [("Santa Cruz", 2), ("Lima", 1)]


def test_peer_readers_planned_are_registered_and_explained() -> None:
    import yaml

    plan = yaml.safe_load((READERS.parent / "peers.yml").read_text(encoding="utf-8"))
    planned = {peer for part in ("sets", "treebanks") for peers in plan[part].values() for peer in peers}
    assert planned == set(_module("registry").PEERS) == set(plan["notes"]) - {"quipu, six layers"}
    assert plan["stages"].keys() == plan["sets"].keys()
