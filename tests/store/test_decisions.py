"""Decisions in a record: filed once, never changed, withdrawn at most; what they make of claims is derived."""

from pathlib import Path

import pytest
from sqlalchemy import text, update

from decisions_factory import make_claim, make_decision
from quipu.errors import NotFound
from quipu.model import Action, Change, Standing
from quipu.store import Store, verify
from quipu.store.schema import decisions
from store.nouns import make_claim as make_stored
from store.nouns import make_filing, make_record

EDIT = make_decision(Action.EDIT, make_claim(), changes=(Change("count", "3"),))
REJECT = make_decision(Action.REJECT, make_claim(), number=2, coder="ben")


def _codes(store: Store) -> list[str]:
    return [finding.code for finding in verify(store)]


def test_decisions_are_filed_once_and_numbered(tmp_path: Path) -> None:
    with make_record(tmp_path / "record") as store, store.writer() as writer:
        first, second = writer.decide([EDIT, REJECT])
        assert (first.number, second.number) == (1, 2)
        assert writer.decide([EDIT, REJECT]) == []
        kept = list(store.view().decisions())
        assert kept == [first, second]
        assert [(one.coder, one.changes, one.claims) for one in kept] == [
            ("ana", EDIT.changes, EDIT.claims),
            ("ben", (), REJECT.claims),
        ]
        assert _codes(store) == ["stale"]


def test_decisions_that_are_withdrawn_stay_in_the_record(tmp_path: Path) -> None:
    with make_record(tmp_path / "record") as store, store.writer() as writer:
        writer.decide([EDIT, REJECT])
        assert writer.withdraw_decision(1, by="eve").coder == "ana"
        assert [one.number for one in store.view().decisions()] == [2]
        (one, _) = store.view().decisions(withdrawn=True)
        assert (one.number, one.withdrawn_by) == (1, "eve")
        assert one.withdrawn_at
        with pytest.raises(NotFound, match="withdrawn already, by eve"):
            writer.withdraw_decision(1, by="eve")
        with pytest.raises(NotFound, match="no such decision"):
            writer.withdraw_decision(3, by="eve")


def test_decisions_that_were_changed_or_taken_out_are_found(tmp_path: Path) -> None:
    with make_record(tmp_path / "record") as store:
        with store.writer() as writer:
            writer.decide([EDIT, REJECT])
        with store.engine.begin() as connection:
            connection.execute(update(decisions).where(decisions.c.seq == 1).values(payload={"reason": "another"}))
            connection.execute(text("DELETE FROM decisions WHERE seq = 2"))
        found = [(finding.code, finding.where) for finding in verify(store) if finding.code == "decision"]
        assert found == [("decision", "decision 1"), ("decision", "decision 2")]


def test_decisions_that_somebody_withdrew_or_restored_behind_the_record_are_found(tmp_path: Path) -> None:
    cases = {1: "UPDATE decisions SET withdrawn_at = NULL", 2: "UPDATE decisions SET withdrawn_at = 'now'"}
    for number, statement in cases.items():
        with make_record(tmp_path / f"record{number}") as store:
            with store.writer() as writer:
                writer.decide([EDIT, REJECT])
                writer.withdraw_decision(1, by="eve")
            assert "decision" not in _codes(store)
            with store.engine.begin() as connection:
                connection.execute(text(f"{statement} WHERE seq = {number}"))
            found = [finding.where for finding in verify(store) if finding.code == "decision"]
            assert found == [f"decision {number}"]


def test_decisions_replace_what_they_made_of_claims_before(tmp_path: Path) -> None:
    """Only edits that came, went or changed are given back, to be keyed anew."""
    claim = make_stored("a", said="0")
    edited = make_stored("a", said="0", text="Two people died in Juliaca on 9 January 2023")
    steps = [
        ([(1, claim.id, Standing.ACCEPTED, 1, None)], set()),
        ([(1, claim.id, Standing.EDITED, 1, edited)], {(1, claim.id)}),
        ([(1, claim.id, Standing.EDITED, 2, edited)], set()),
        ([], {(1, claim.id)}),
    ]
    with make_record(tmp_path / "record", make_filing("a")) as store, store.writer() as writer:
        writer.decide([EDIT, REJECT])
        for rows, turned in steps:
            with writer.derive("test") as draft:
                assert draft.replace_judged(rows) == turned
            judged = list(store.view().judged())
            assert [(one.standing, one.decision, one.edited) for one in judged] == [row[2:] for row in rows]
            assert [one.read for one in judged] == [claim for _ in rows]
            assert [one.span for one in store.view().claims()] == [edited.span if rows and rows[0][4] else claim.span]


def test_decisions_keep_rejected_claims_out_of_linking_alone(tmp_path: Path) -> None:
    filing = make_filing("a", claims=2)
    with make_record(tmp_path / "record", filing) as store, store.writer() as writer:
        writer.decide([REJECT])
        first = filing.claims[0].claim
        with writer.derive("test") as draft:
            draft.replace_judged([(1, first.id, Standing.REJECTED, 1, None)])
            assert first.id not in [one.claim.id for one in draft.linking.claims()]
            assert first.id not in [one.claim.id for one in draft.linking.counted(["killed"])]
            assert len(list(draft.linking.claims())) == 1
        assert first.id in [claim.id for claim in store.view().claims()]
