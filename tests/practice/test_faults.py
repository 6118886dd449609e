"""Each fault does what it says, no more than it was told to, and to what it was told to."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from desktop.practice.server import PracticeNetwork
from tests.practice.client import Client


def texts(network: PracticeNetwork) -> list[str]:
    return [status["text"] for status in network.state.of(network.state.by_name["force"])]


def test_a_lost_answer_leaves_the_post_there(practice: PracticeNetwork, force: Client) -> None:
    force.arm("lose-response", method="POST", match="/api/v1/statuses")
    with pytest.raises(httpx.TransportError):
        force.post("Told nobody")
    assert texts(practice) == ["Told nobody"]


def test_a_lost_request_leaves_nothing(practice: PracticeNetwork, force: Client) -> None:
    force.arm("lose-request", method="POST", match="/api/v1/statuses")
    with pytest.raises(httpx.TransportError):
        force.post("Never came")
    assert texts(practice) == []


@pytest.mark.parametrize("mode", ["stall", "delay", "slow"])
def test_a_late_answer_comes_after_the_client_has_gone(
    practice: PracticeNetwork, force: Client, mode: str
) -> None:
    force.http.timeout = httpx.Timeout(0.3)
    force.arm(mode, method="POST", match="/api/v1/statuses", ms=900)
    with pytest.raises(httpx.ReadTimeout):
        force.post("Late")
    assert texts(practice) == (["Late"] if mode == "stall" else [])
    while not texts(practice):
        time.sleep(0.02)  # the network is at work; there is nothing to wait on
    assert texts(practice) == ["Late"]


def test_a_status_goes_out_with_its_headers_and_nothing_is_done(
    practice: PracticeNetwork, force: Client
) -> None:
    force.arm("status", status=503, headers={"Retry-After": "7"}, body={"error": "maintenance"})
    answer = force.post("Refused")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "7")
    assert answer.json() == {"error": "maintenance"}
    assert texts(practice) == []


def test_a_throttled_answer_names_its_reset(practice: PracticeNetwork, force: Client) -> None:
    force.arm("throttle", ms=30_000)
    answer = force.post("Too many")
    reset = datetime.fromisoformat(answer.headers["X-RateLimit-Reset"])
    assert (answer.status_code, answer.headers["X-RateLimit-Remaining"]) == (429, "0")
    assert timedelta(seconds=20) < reset - datetime.now(UTC) < timedelta(seconds=31)
    assert texts(practice) == []


def test_garbage_comes_in_place_of_an_answer(practice: PracticeNetwork, force: Client) -> None:
    force.arm("garbage", method="POST")
    answer = force.post("Done all the same")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert texts(practice) == ["Done all the same"]


def test_while_a_status_is_made_its_key_is_not_known(practice: PracticeNetwork, force: Client) -> None:
    force.arm("slow", method="POST", match="/api/v1/statuses", ms=600)
    thread = threading.Thread(target=force.post, args=("Once", "k1"))
    thread.start()
    while not any(fault["hits"] for fault in practice.faults.armed()):
        thread.join(0.01)
    second = Client(practice)
    second.post("Once", key="k1")
    thread.join()
    assert texts(practice) == ["Once", "Once"]
    second.post("Once", key="k1")
    assert len(texts(practice)) == 2
    second.http.close()


def test_it_hits_what_it_matches_and_so_often(practice: PracticeNetwork, force: Client) -> None:
    force.arm("status", status=500, match="/api/v1/notifications", times=2)
    assert force.post("Not concerned").status_code == 200
    read = [force.http.get("/api/v1/notifications").status_code for _ in range(3)]
    assert read == [500, 500, 200]
    (armed,) = force.get("/_practice/faults")
    assert armed["hits"] == 2
    force.http.delete("/_practice/faults")
    assert force.get("/_practice/faults") == []


def test_an_unknown_fault_is_refused(force: Client) -> None:
    refused = force.http.post("/_practice/faults", json={"mode": "explode"})
    assert refused.status_code == 422
    assert "lose-response" in refused.json()["error"]
