"""A source's lines as rows, whatever kind of source it is."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from quipu.errors import BadInput, UsageError
from quipu.sentences.gazetteer_file import Row
from quipu.sentences.gazetteers import geonames, pcodes
from quipu.sentences.gazetteers.lines import MOST_LINE, read_table
from quipu.sentences.gazetteers.rows import COUNTRY, Areas, BadRow

Line = tuple[int, bytes | None]
Reads = Callable[[str], Iterable[Row]]
_FEATURE = re.compile(r"[AHLPRSTUV](\.[A-Z0-9]{2,5})?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take of a source.

    `features`: of a dump, GeoNames classes ("P", "A") and kinds ("S.AIRP"). `country`: of a list of place codes, the
    country where the list does not give two letters for it.
    """

    features: tuple[str, ...] = ("P", "A")
    country: str | None = None

    def __post_init__(self) -> None:
        bad = [one for one in self.features if not _FEATURE.fullmatch(one)]
        if bad or not self.features:
            raise UsageError(f"{', '.join(bad) or 'nothing'}: a feature is a GeoNames class (P) or kind (S.AIRP)")
        if self.country is not None and not COUNTRY.fullmatch(self.country):
            raise UsageError(f"{self.country}: a country is an ISO 3166-1 code of two capitals (PE)")


@dataclass(slots=True)
class Source:
    """A source being read: its kind, its areas so far, and how many lines held nothing that was wanted."""

    path: Path
    kind: str
    areas: Areas
    _lines: Iterator[Line]
    _reads: Reads
    passed_over: int = 0
    lines: int = 0

    def rows(self) -> Iterator[Row | BadRow]:
        """Every row or its error, in the order of the lines; an error does not end the reading."""
        for number, line in self._lines:
            self.lines = number
            try:
                found = self._reads(_text(line)) if line != b"" else ()
                some = False
                for row in found:
                    some = True
                    yield row
                self.passed_over += line != b"" and not some
            except BadRow as error:
                error.where = f"{self.path}:{number}"
                yield error


def open_source(path: Path, wanted: Wanted) -> Source:
    """A source whose kind is told by its first line: `geonames`, `areas` or `pcodes`.

    Raises:
        BadInput: it cannot be read (`open_table` says how), or is none of these (`unsupported`), or `empty`.
    """
    lines = read_table(path)
    # GeoNames comments nothing, but its lists found elsewhere may begin with "#".
    first = next(((n, line) for n, line in lines if line is None or (line.strip() and not line.startswith(b"#"))), None)
    if first is None:
        raise BadInput("the file is empty", where=str(path), code="empty")
    areas = Areas()
    told = (first[1] or b"").decode("utf-8", "replace")
    fields = told.split("\t")
    rest = chain([first], lines)
    if geonames.is_geoname(fields):
        return Source(path, "geonames", areas, rest, lambda text: _geoname(text, wanted, areas))
    if geonames.is_area_code(fields):
        return Source(path, "areas", areas, rest, lambda text: (geonames.read_area_code(text.split("\t"), areas),))
    delimiter = pcodes.delimiter_of(told)
    cells = pcodes.split_cells(told, delimiter)
    header = pcodes.read_header(cells)
    if header is None:
        error = pcodes.not_a_list(cells)
        error.where = str(path)
        raise error
    codes = pcodes.Codes(header, wanted.country, areas)
    return Source(path, "pcodes", areas, lines, lambda text: _codes(text, delimiter, codes))


def _geoname(text: str, wanted: Wanted, areas: Areas) -> tuple[Row, ...]:
    row = geonames.read_geoname(text.split("\t"), wanted.features, areas)
    return () if row is None else (row,)


def _codes(text: str, delimiter: str, codes: pcodes.Codes) -> Iterator[Row]:
    cells = pcodes.split_cells(text, delimiter)
    if not pcodes.is_tags(cells):
        yield from codes.read(cells)


def _text(line: bytes | None) -> str:
    if line is None:
        raise BadRow(f"a line of more than {MOST_LINE:,} bytes", code="too_long")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRow(f"not UTF-8 (byte {error.start + 1}); save the file as UTF-8", code="encoding") from error
