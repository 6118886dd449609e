"""Facets against Bluesky's own cases and the ones that matter to a force."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.networks.facets import Facet, FacetKind, find

CONFORMANCE = Path(__file__).parents[2] / "../shared/reference/conformance/bluesky-richtext"


def conformance(group: str) -> list[Any]:
    path = CONFORMANCE / "facet_detection_cases.json"
    if not path.exists():
        pytest.skip("Bluesky's facet cases are not beside the project (../shared/reference/conformance)")
    cases: list[Any] = json.loads(path.read_text("utf-8"))[group]
    assert cases
    return cases


def segments(text: str) -> list[dict[str, str]]:
    """Cut ``text`` at its links and mentions, in the form of the published cases."""
    raw, at, parts = text.encode(), 0, []
    for facet in find(text):
        if facet.kind is FacetKind.TAG:
            continue
        target = facet.value if facet.kind is FacetKind.LINK else f"did:fake:{facet.value}"
        parts += [{"text": raw[at : facet.start].decode()}] if facet.start > at else []
        parts.append({"text": raw[facet.start : facet.end].decode(), "target": target})
        at = facet.end
    return parts + ([{"text": raw[at:].decode()}] if at < len(raw) or not parts else [])


def test_links_and_mentions_are_those_of_the_published_cases() -> None:
    for case in conformance("links_and_mentions"):
        assert segments(case["text"]) == case["segments"]


@pytest.mark.parametrize("group", ["correctly detects tags inline", "correctly detects cashtags inline"])
def test_tags_are_those_of_the_published_cases(group: str) -> None:
    for case in conformance(group):
        tags = [facet for facet in find(case["text"]) if facet.kind is FacetKind.TAG]
        assert [tag.value for tag in tags] == case["values"], case["text"]
        ranges = [{"byteStart": tag.start, "byteEnd": tag.end} for tag in tags]
        assert ranges == case["byte_ranges"], case["text"]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See west-midlands.police.uk/appeal.", ["https://west-midlands.police.uk/appeal"]),
        ("Stay safe.It is icy", []),
        ("Write to press.office@force.police.uk", []),
        ("Write to first.last.name@force.police.uk", []),
        ("From 9.am to 5.pm", []),
        ('She said "see https://force.police.uk/a."', ["https://force.police.uk/a"]),
        ("(https://force.police.uk/a_(b))", ["https://force.police.uk/a_(b)"]),
        ("FORCE.POLICE.UK", ["https://FORCE.POLICE.UK"]),
        ("force.police.uk:8080/x?y=1#z", ["https://force.police.uk:8080/x?y=1#z"]),
        ("https://", []),
        ("https://[", []),
        ("https://…", []),
        ("javascript://force.police.uk/%0aalert(1)", []),
        ("Ewch i heddlu-gogledd-cymru.police.uk/cy heddiw", ["https://heddlu-gogledd-cymru.police.uk/cy"]),
        ("-force.police.uk", []),
        ("force-.police.uk", []),
    ],
)
def test_links_in_what_a_press_office_writes(text: str, links: list[str]) -> None:
    assert [facet.value for facet in find(text) if facet.kind is FacetKind.LINK] == links


def test_offsets_are_in_bytes_and_facets_in_order() -> None:
    text = "Môr 🚨 #Apêl @force.police.uk https://x.uk/ŵ"
    assert find(text) == [
        Facet(FacetKind.TAG, 10, 16, "Apêl"),
        Facet(FacetKind.MENTION, 17, 33, "force.police.uk"),
        Facet(FacetKind.LINK, 34, 49, "https://x.uk/ŵ"),
    ]
    raw = text.encode()
    assert [raw[f.start : f.end].decode() for f in find(text)] == [
        "#Apêl",
        "@force.police.uk",
        "https://x.uk/ŵ",
    ]


def test_a_long_hostile_text_is_read_in_reasonable_steps() -> None:
    for piece in ("a.", "@a.", "#", "https://(", "a-", "$", "(a.b"):
        find(piece * 3000)
