"""The rest of a day: a hold on everything, a withdrawal, and the screens of those who run and audit it."""

from __future__ import annotations

from desktop.models import PublicationState
from desktop.publishing.schedule import PublicationRow
from desktop.views.accounts import AccountsScreen
from desktop.views.audit import AuditScreen
from desktop.views.calendar import CalendarScreen
from desktop.views.force_settings import ForceSettingsScreen
from desktop.views.people import PeopleScreen
from desktop.views.post_page import PostPage
from desktop.views.practice import PracticeScreen
from desktop.views.queue import QueueScreen
from desktop.walkthrough.stage import Stage

S = PublicationState


def planned(stage: Stage, post_id: int) -> None:
    """The calendar shows what goes out tomorrow."""
    stage.require(stage.proof.all_in(post_id, S.SCHEDULED), "the second post is not scheduled")
    stage.go("calendar", CalendarScreen)
    stage.player.picture("calendar")


def held(stage: Stage, post_id: int) -> None:
    """Morwenna holds everything; nothing goes; Gareth lifts the hold and releases the post by itself."""
    stage.sit_down("morwenna")
    screen = stage.go("queue", QueueScreen)
    stage.player.click(screen.hold)
    stage.player.write(screen.acts.ask.reason, "Major incident at Brackenford: no routine posts")
    stage.player.click(screen.acts.ask.yes)
    stage.player.until("the post to be held", lambda: stage.proof.all_in(post_id, S.HELD))
    stage.player.tell("Morwenna Tregear held all scheduled content")
    stage.player.picture("held")
    stage.sit_down("gareth")
    screen = stage.go("queue", QueueScreen)
    stage.player.click(screen.lift)
    stage.player.click(screen.acts.ask.yes)
    stage.player.until("the hold to be lifted", lambda: not screen.lift.isVisible())
    stage.require(stage.proof.all_in(post_id, S.HELD), "lifting the hold released a post by itself")
    row = stage.proof.publications(post_id)[-1]
    screen.acts.release(row)
    stage.player.until("the post to be released", lambda: stage.proof.all_in(post_id, S.SCHEDULED))
    stage.player.tell("Gareth Llewellyn-Pugh lifted the hold and released the post by itself")


def withdrawn(stage: Stage, post_id: int, rows: list[PublicationRow]) -> None:
    """The road is open again: Priya withdraws the first post, and it is gone from both accounts."""
    stage.sit_down("priya")
    stage.shell.go("post", post_id)
    page = stage.player.part(PostPage)
    stage.player.until("the post's page", page.withdraw.isVisible)
    stage.player.picture("post-page")
    stage.player.click(page.withdraw)
    stage.player.write(page.acts.ask.reason, "The road is open again")
    stage.player.click(page.acts.ask.yes)
    stage.player.until("the withdrawal", lambda: stage.proof.all_in(post_id, S.WITHDRAWN), 40)
    for row in rows:
        username = row.account_handle.removeprefix("@").partition("@")[0]
        stage.require(
            not stage.proof.on_network(username, row.text), f"{row.account_handle} still holds the post"
        )
        stage.player.tell(f"  withdrawn from {row.account_handle}")
    stage.player.picture("withdrawn")


def offices(stage: Stage) -> None:
    """The administrator's and the auditor's screens; the chain of the record verifies."""
    stage.sit_down("sam")
    for place, kind in (
        ("accounts", AccountsScreen),
        ("people", PeopleScreen),
        ("settings", ForceSettingsScreen),
        ("practice", PracticeScreen),
    ):
        stage.go(place, kind)
        stage.player.picture(place)
    stage.sit_down("ruth")
    screen = stage.go("audit", AuditScreen)
    stage.player.click(screen.verify)
    stage.player.until("the verdict", lambda: screen.verify.isEnabled() and screen.proof.text())
    stage.player.picture("audit")
    entries, faults = stage.proof.audit_faults()
    stage.require(not faults, "; ".join(faults))
    stage.player.tell(f"Ruth Abara verified the audit: {entries} entries, nothing changed")
