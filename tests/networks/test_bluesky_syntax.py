"""Names of the AT Protocol, against its published interoperability cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.networks import bluesky_syntax as syntax
from desktop.networks.bluesky_syntax import EPOCH

CASES = Path(__file__).parents[2] / "../shared/reference/conformance/atproto-interop/syntax"
CHECKS: dict[str, Callable[[str], bool]] = {
    "tid": syntax.is_tid,
    "handle": syntax.is_handle,
    "did": syntax.is_did,
    "recordkey": syntax.is_record_key,
}


def lines(name: str) -> list[str]:
    path = CASES / f"{name}.txt"
    if not path.exists():
        pytest.skip("the AT Protocol's cases are not beside the project (../shared/reference/conformance)")
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("verdict", ["valid", "invalid"])
def test_the_published_cases(name: str, verdict: str) -> None:
    for line in lines(f"{name}_syntax_{verdict}"):
        assert CHECKS[name](line) is (verdict == "valid"), line


@given(
    st.text(),
    st.integers(0, 6_000_000_000_000_000).map(lambda micros: EPOCH + timedelta(microseconds=micros)),
)
def test_a_record_key_is_a_tid_of_its_instant(key: str, at: datetime) -> None:
    made = syntax.tid(key, at)
    assert syntax.is_tid(made)
    assert made == syntax.tid(key, at)
    back = syntax.tid_time(made)
    assert back is not None
    assert (
        timedelta()
        <= back - at.replace(microsecond=at.microsecond // 1000 * 1000)
        < timedelta(milliseconds=1)
    )


def test_posts_made_in_the_same_instant_get_keys_of_their_own() -> None:
    at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    assert len({syntax.tid(f"key {n}", at) for n in range(200)}) == 200


def test_keys_sort_as_their_instants_do() -> None:
    at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    assert syntax.tid("a", at) < syntax.tid("b", at + timedelta(milliseconds=1))


def test_addresses_of_records_are_taken_apart() -> None:
    found = syntax.at_uri("at://did:plc:abc/app.bsky.feed.post/3jzfcijpj2z2a")
    assert found == syntax.AtUri("did:plc:abc", "app.bsky.feed.post", "3jzfcijpj2z2a")
    assert syntax.at_uri("https://bsky.app/profile/x") is None
    assert syntax.at_uri("at://did:plc:abc/app.bsky.feed.post") is None
    assert syntax.tid_time("not a tid") is None
