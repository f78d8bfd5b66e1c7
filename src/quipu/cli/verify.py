"""`quipu verify`: is the record whole?"""

import sys
from pathlib import Path

import click

from quipu.cli.failing import EXIT_FAILURE
from quipu.cli.options import record_option


@click.command("verify", short_help="Check every hash, offset and link of a record.")
@record_option
def command(record: Path) -> None:
    """Re-read the whole record: the originals' hashes, the texts' hashes, every claim's words at its offsets, every
    link between tables and the chain of the audit log.

    Says what it checked; exits 1 when anything is damaged. That a build was stopped before it linked what it read is
    no damage: it is noted, and the next build goes on from there.
    """
    from quipu.store import STALE, Store, verify

    with Store.open(record) as store:
        findings = []
        for finding in verify(store):
            if finding.code == STALE:
                click.echo(f"note: {finding.message}", err=True)
            else:
                findings.append(finding)
        for finding in findings:
            click.secho(f"{finding.code:<18}", nl=False, fg="red")
            click.echo(f" {finding.where}: {finding.message}")
        view = store.view()
        documents = sum(1 for _ in view.documents())
        claims = sum(1 for _ in view.claims())
    if findings:
        click.echo(f"{len(findings)} problems in {documents:,} documents and {claims:,} claims.", err=True)
        sys.exit(EXIT_FAILURE)
    click.echo(f"verified: {documents:,} documents, {claims:,} claims; hashes, words, links and audit log hold.")
