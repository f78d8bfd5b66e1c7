"""The worker: hostile pages end it or time it out, and the next page is read all the same."""

import os
import signal
import time

import pytest

from documents import makers
from quipu.documents.extractor import Extractor

GOOD = makers.page().encode()
SPACE = 1536 << 20


def _page(body: bytes) -> bytes:
    return GOOD.replace(b"</article>", body + b"</article>")


HOSTILE = [
    ("colspan", _page(b"<table><tr><td colspan=999999999>a</td></tr><tr><td rowspan=99999999>b</td></tr></table>")),
    ("deep", b"<html><body>" + b"<div>" * 100_000),
    ("attribute", _page(b"<p " + b"a" * 1_000_000 + b">x</p>")),
    ("entities", _page(b"<p>" + b"&amp;" * 300_000 + b"</p>")),
    ("open_quotes", _page(b"<a href='" * 50_000)),
    ("open_tags", _page(b"<b>x" * 50_000)),
    ("deep_json_ld", _page(b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>")),
    ("odd_xml", b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html>&b;</html>'),
]


@pytest.mark.parametrize(("name", "data"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_extractor_survives(name: str, data: bytes) -> None:
    with Extractor(8, SPACE) as extractor:
        began = time.monotonic()
        extractor.extract("html", data)
        assert time.monotonic() - began < 45
        assert extractor.extract("html", GOOD).code is None


def test_extractor_uses_one_worker_for_many_pages() -> None:
    with Extractor(20, SPACE) as extractor:
        assert [extractor.extract("html", GOOD).title for _ in range(5)] == ["Two die as bridge is cleared"] * 5
        assert extractor.extract("pdf", makers.pdf()).code is None
        assert extractor.starts == 1


def test_extractor_kills_what_takes_too_long() -> None:
    """A page of 150,000 paragraphs takes minutes; the worker gets half a second once it is warm."""
    with Extractor(0.5, SPACE) as extractor:
        assert extractor.extract("html", GOOD).code is None
        began = time.monotonic()
        slow = extractor.extract("html", _page(b"<p>Word word word word word word.</p>" * 150_000))
        assert (slow.code, extractor.starts) == ("extractor_failed", 1)
        assert "0.5 seconds" in slow.message
        assert time.monotonic() - began < 5
        assert extractor.extract("html", GOOD).code is None
        assert extractor.starts == 2


def test_extractor_refuses_what_takes_too_much_memory() -> None:
    with Extractor(30, 400 << 20) as extractor:
        assert extractor.extract("html", _page(b"<p>a <b>b</b> c.</p>" * 1_500_000)).code is not None
        assert extractor.extract("html", GOOD).code is None


def test_extractor_replaces_a_worker_that_died() -> None:
    with Extractor(20, SPACE) as extractor:
        extractor.extract("html", GOOD)
        process = extractor._process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert extractor.extract("html", GOOD).code is None
        assert extractor.starts == 2


def test_extractor_is_refused_where_it_dies_in_mid_job() -> None:
    """Too little memory even to start: every job is refused, none hangs."""
    with Extractor(20, 8 << 20) as extractor:
        assert extractor.extract("html", GOOD).code == "extractor_failed"
