"""The simulated public speaks by its script, the same people in the same order, an emergency among them."""

from __future__ import annotations

from desktop.practice import public
from desktop.practice.server import PracticeNetwork
from desktop.triage.engine import assess
from tests.practice.client import Client


def heard(force: Client, count: int) -> list[tuple[str, str]]:
    """Wait until ``count`` have spoken; who they are, and how."""
    while True:
        notes = force.get("/api/v1/notifications", limit=80)
        if len(notes) >= count:
            return [(n["account"]["username"], n["status"]["visibility"]) for n in reversed(notes)]


def test_the_unasked_speak_in_their_order(practice: PracticeNetwork, force: Client) -> None:
    unasked = sorted(public.script()["unasked"], key=lambda line: line[3])
    practice.public.begin("force", speed=1000)
    expected = [(who, "direct" if direct else "public") for who, _text, direct, _at in unasked]
    assert heard(force, len(unasked)) == expected


def test_what_is_published_is_answered_once(practice: PracticeNetwork, force: Client) -> None:
    script = public.script()
    practice.public.begin("force", speed=1000)
    heard(force, len(script["unasked"]))
    ours = force.post("Road closed at Brackenford.").json()
    force.post("A second post is not answered too.")
    heard(force, len(script["unasked"]) + len(script["replies"]))
    context = force.get(f"/api/v1/statuses/{ours['id']}/context")
    assert len(context["descendants"]) == len(script["replies"])


def test_nobody_speaks_before_they_are_told_to(practice: PracticeNetwork, force: Client) -> None:
    force.post("Road closed at Brackenford.")
    assert force.get("/api/v1/notifications") == []


def test_they_have_profiles(practice: PracticeNetwork, force: Client) -> None:
    practice.say("maya", "@force hello")
    account = force.get("/api/v1/notifications")[0]["account"]
    assert account["display_name"] == "Maya Hollins"
    assert account["followers_count"] == 184


def test_among_them_are_emergencies_that_the_triage_sees() -> None:
    script = public.script()
    said = [text for _who, text, *_rest in (*script["replies"], *script["unasked"])]
    emergencies = [text for text in said if assess(text).life_at_risk]
    assert any("knife" in text for text in emergencies)
    assert any("took all of them" in text for text in emergencies)
    assert len(emergencies) == 2
