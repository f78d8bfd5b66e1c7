"""`quipu gazetteer`: places that the bundled gazetteer does not know."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quipu.cli.failing import EXIT_OK, EXIT_PARTIAL
from quipu.cli.options import format_option
from quipu.cli.output import chosen, console, harmless, safe, table, write_rows
from quipu.cli.progress import TerminalProgress
from quipu.cli.wording import amount

if TYPE_CHECKING:
    from quipu.sentences.gazetteer_folder import Added
    from quipu.sentences.gazetteers.rows import BadRow

MOST_TOLD = 20
"""Refused rows told one by one; the rest are counted."""


@click.group("gazetteer", short_help="Add places that the bundled gazetteer does not know.")
def command() -> None:
    """Add places from GeoNames or from lists of place codes; list and remove what was added.

    Added gazetteers lie in your data folder of quipu, or in $QUIPU_GAZETTEER, and are used by every build and read
    from then on, for new reports: what a record holds already stays as it was read.
    """


@command.command("add", short_help="Add a GeoNames dump or a list of place codes.")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--name", help="What it is listed as; default: the file's name.")
@click.option(
    "--features",
    default="P,A",
    show_default=True,
    help="Of a dump: GeoNames classes (P towns, A areas, S buildings …) or kinds (S.AIRP), with commas.",
)
@click.option("--country", help="Of a list: the country's two letters, where its codes do not begin with them.")
@click.option("--replace", "overwrite", is_flag=True, help="Replace the added one of that name.")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar, no summary; refused rows are still told.")
def add(*, source: Path, name: str | None, features: str, country: str | None, overwrite: bool, quiet: bool) -> None:
    """Read FILE's places and use them from now on, beside the bundled ones.

    FILE is plain, gzip'd or a zip, in UTF-8, and its kind is told by its first line:

    \b
    GeoNames dump      19 columns with tabs, no heading, as PE.zip or allCountries.zip of
                       https://download.geonames.org/export/dump/
    GeoNames codes     admin1CodesASCII.txt, admin2Codes.txt: code, name, ascii name, id
    place codes        CSV with a heading, as OCHA's Common Operational Datasets:
                       ADM1_EN, ADM1_PCODE, ADM2_EN, ADM2_PCODE, … (or adm1_name, adm1_pcode);
                       optional: other languages, ADM0_PCODE or iso2, lat and lon

    A place gets the id geonames:NUMBER or pcode:CODE. Areas of lists without points take those of areas that are
    known by the same name; the others stay without. Countries are quipu's own. A row that cannot be taken is told in
    one line with its number, the others go on, and the exit code is 3.

    \b
    Examples:
      quipu gazetteer add PE.zip
      quipu gazetteer add per_adminboundaries.csv --name per-codes
      quipu gazetteer remove PE
    """
    from quipu.sentences.gazetteers.add import Told, add_gazetteer
    from quipu.sentences.gazetteers.lines import count_lines
    from quipu.sentences.gazetteers.parse import Wanted

    wanted = Wanted(tuple(one.strip() for one in features.split(",") if one.strip()), country)
    with TerminalProgress(quiet=quiet) as progress:
        progress.start("reading rows", None if quiet else count_lines(source))
        told = Told(progress.advance, _Refusals())
        added = add_gazetteer(source, wanted, told, now=datetime.now(UTC), name=name, overwrite=overwrite)
    if added.refused > MOST_TOLD:
        click.echo(f"refused {added.refused - MOST_TOLD:,} more rows", err=True)
    if not quiet:
        _tell(added)
    sys.exit(EXIT_PARTIAL if added.refused else EXIT_OK)


@command.command("list", short_help="What has been added.")
@format_option
def list_(format_: str | None) -> None:
    """What has been added, in the order in which it is used: of two that know a place, the later one is asked."""
    from quipu.sentences.gazetteer_folder import added_gazetteers, gazetteer_folder

    found = added_gazetteers()
    kind = chosen(format_)
    if kind != "table":
        write_rows((_row(added) for added in found), kind)
        return
    if not found:
        click.echo(f"nothing added in {gazetteer_folder()}; the bundled gazetteer is used alone")
        return
    shown = table("name", "kind", "places", "without point", "source", "added", numbers=("places", "without point"))
    for added in found:
        shown.add_row(
            safe(added.name), safe(added.kind), f"{added.places:,}", f"{added.without_point:,}", safe(added.source),
            safe(added.added_at[:10]),
        )  # fmt: skip
    console().print(shown)


@command.command("remove", short_help="Take away what was added.")
@click.argument("name", metavar="NAME")
def remove(name: str) -> None:
    """Take an added gazetteer away again. Reports that were read with it stay as they were read."""
    from quipu.sentences.gazetteers.add import remove_gazetteer

    added = remove_gazetteer(name)
    click.echo(harmless(f"{name} removed ({amount(added.places, 'place')})"), nl=False)
    click.echo(harmless(f". Bring it back: quipu gazetteer add {added.source}" if added.source else "."))


class _Refusals:
    """Tells the first refused rows on standard error."""

    def __init__(self) -> None:
        self._told = 0

    def __call__(self, error: "BadRow") -> None:
        self._told += 1
        if self._told <= MOST_TOLD:
            click.secho("refused ", nl=False, err=True, fg="yellow")
            click.echo(harmless(f"{error} ({error.code})"), err=True)


def _tell(added: "Added") -> None:
    rest = (
        (added.passed_over, "rows of other kinds passed over"),
        (added.refused, "refused"),
        (added.without_point, "without a point"),
    )
    words = "".join(f", {count:,} {what}" for count, what in rest if count)
    click.echo(harmless(f"{added.name}: {amount(added.places, 'place')} added{words}"))
    click.echo(harmless(f"undo    quipu gazetteer remove {added.name}"))


def _row(added: "Added") -> dict[str, object]:
    return {
        "name": added.name,
        "kind": added.kind,
        "places": added.places,
        "without_point": added.without_point,
        "passed_over": added.passed_over,
        "refused": added.refused,
        "source": added.source,
        "sha256": added.sha256,
        "added_at": added.added_at,
        "file": str(added.path),
    }
