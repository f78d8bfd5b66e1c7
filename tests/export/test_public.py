"""A victim's name never stands in a public file; with `names=True` it does; offsets hold either way."""

from pathlib import Path

import pytest

from export.factory.crisis import NAME, NAMED_IN, crisis
from quipu.errors import UsageError
from quipu.export import export_record, write_report
from quipu.export.names import COVER, WITHHELD, shown
from quipu.export.public import public_view

# The surname alone too: a sister speaks of "Placeholder", an address spells "testname-placeholder".
SECRETS = ("testname", "placeholder")


def written(folder: Path) -> str:
    """Every file of a folder, names of files included, in lower case."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return "\n".join(f"{path.relative_to(folder)}\n{path.read_text(encoding='utf-8')}" for path in files).lower()


def write(view: str, folder: Path, *, names: bool) -> str:
    """All that one way of writing leaves in a folder."""
    if view == "report":
        write_report(crisis(), folder, title="Corvane", names=names)
    else:
        export_record(crisis(), folder, view, names=names)
    return written(folder)


@pytest.mark.parametrize("way", ["report", "csv", "jsonl"])
def test_public_no_file_holds_the_name(way: str, tmp_path: Path) -> None:
    told = write(way, tmp_path, names=False)
    assert not [secret for secret in SECRETS if secret in told]
    assert WITHHELD in told


@pytest.mark.parametrize("way", ["report", "csv", "jsonl"])
def test_public_names_are_shown_where_asked(way: str, tmp_path: Path) -> None:
    assert NAME.lower() in write(way, tmp_path, names=True)


def test_public_text_keeps_its_length_and_its_offsets() -> None:
    plain, public = crisis(), public_view(crisis())
    for filed in plain.documents():
        old, new = plain.text(filed.document.id), public.text(filed.document.id)
        assert len(old) == len(new)
        assert all(b in (a, COVER) for a, b in zip(old, new, strict=True))


def test_public_surname_alone_and_in_another_report_is_withheld() -> None:
    told = shown(public_view(crisis()).text(NAMED_IN))
    assert f"His sister told us that {WITHHELD} had left home" in told
    other = shown(public_view(crisis()).text("d-77e1c2aa90ff"))
    assert f"Relatives of {WITHHELD} marched" in other


def test_public_claims_withhold_the_name_and_its_place_in_the_text() -> None:
    claims = [claim for claim in public_view(crisis()).claims(document=NAMED_IN) if claim.victims]
    assert claims
    assert all(victim.name is None for claim in claims for victim in claim.victims)
    assert claims[0].target is not None
    assert claims[0].target.text == WITHHELD


def test_public_address_that_spells_the_name_is_withheld() -> None:
    url = public_view(crisis()).document(NAMED_IN).document.url
    assert url is not None
    assert "withheld" in url


def test_public_view_of_a_record_without_names_is_the_view_itself() -> None:
    assert public_view(crisis(), names=True) is crisis()


@pytest.mark.parametrize(("format", "safe"), [("xml", False), ("jsonl", True)])
def test_public_export_refuses_what_it_cannot_write(format: str, safe: bool, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        export_record(crisis(), tmp_path / "x", format, spreadsheet_safe=safe)
    assert not (tmp_path / "x").exists()
