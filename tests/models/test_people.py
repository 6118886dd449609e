"""Every act of every room, tried by every role: who may not is refused before anything else is looked at."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from desktop.errors import Refused
from desktop.models import Act, Actor, Role
from desktop.models.database import Database
from desktop.models.people import MAY

ROOMS = ("accounts", "contact_centre", "inbox", "publishing", "records", "triage")
ANSWERS = (Act.ACCEPT, Act.HAND_OVER)
# What each act asks for: one of these.
ASKS: dict[str, tuple[Act, ...]] = {
    "accounts.rows.save": (Act.MANAGE,),
    "accounts.rows.disconnect": (Act.MANAGE,),
    "accounts.rows.give_to": (Act.MANAGE,),
    "accounts.connecting.begin_mastodon": (Act.MANAGE,),
    "accounts.connecting.connect_bluesky": (Act.MANAGE,),
    "accounts.connecting.connect_mastodon": (Act.MANAGE,),
    "accounts.connecting.finish_mastodon": (Act.MANAGE,),
    "contact_centre.alarms.acknowledge": (Act.TRIAGE, Act.DRAFT, Act.MANAGE),
    "contact_centre.handover.accept": (Act.ACCEPT,),
    "contact_centre.handover.accept_by_phone": (Act.HAND_OVER,),
    "contact_centre.handover.close": ANSWERS,
    "contact_centre.handover.hand_over": (Act.HAND_OVER,),
    "contact_centre.handover.record_reference": ANSWERS,
    "contact_centre.handover.reject": (Act.ACCEPT,),
    "contact_centre.handover.send_again": (Act.HAND_OVER,),
    "contact_centre.prefill.draft": (Act.HAND_OVER,),
    "inbox.conversations.close": (Act.TRIAGE,),
    "inbox.conversations.note": (Act.TRIAGE,),
    "inbox.conversations.opened": (Act.READ_INBOX,),
    "inbox.conversations.reopen": (Act.TRIAGE,),
    "inbox.grading.lower_attention": (Act.REGRADE_DOWN,),
    "inbox.grading.raise_attention": (Act.TRIAGE,),
    "inbox.listing.listing": (Act.READ_INBOX,),
    "inbox.owners.assign": (Act.TRIAGE,),
    "inbox.owners.let_go": (Act.TRIAGE,),
    "inbox.owners.take": (Act.TRIAGE,),
    "inbox.replies.reply": (Act.REPLY,),
    "inbox.threads.thread": (Act.READ_INBOX,),
    "publishing.approval.approve": (Act.APPROVE,),
    "publishing.approval.edit": (Act.DRAFT,),
    "publishing.approval.send_back": (Act.APPROVE,),
    "publishing.approval.submit": (Act.SUBMIT,),
    "publishing.approval.take_back": (Act.DRAFT,),
    "publishing.drafting.add_image": (Act.DRAFT,),
    "publishing.drafting.discard": (Act.DRAFT,),
    "publishing.drafting.new": (Act.DRAFT,),
    "publishing.drafting.save": (Act.DRAFT,),
    "publishing.schedule.answer": (Act.SCHEDULE,),
    "publishing.schedule.cancel": (Act.SCHEDULE,),
    "publishing.schedule.hold_all": (Act.HOLD,),
    "publishing.schedule.lift": (Act.RELEASE,),
    "publishing.schedule.release": (Act.RELEASE,),
    "publishing.schedule.reschedule": (Act.SCHEDULE,),
    "publishing.withdraw.ask": (Act.WITHDRAW,),
    "publishing.withdraw.removed_by_hand": (Act.WITHDRAW,),
    "records.audit_search.export": (Act.READ_AUDIT,),
    "records.audit_search.read": (Act.READ_AUDIT,),
    "records.audit_search.verify": (Act.READ_AUDIT,),
    "records.people.add": (Act.MANAGE,),
    "records.people.change_role": (Act.MANAGE,),
    "records.people.deactivate": (Act.MANAGE,),
    "records.people.reactivate": (Act.MANAGE,),
    "records.people.set_password": (Act.MANAGE,),
    "records.settings.change": (Act.MANAGE,),
}
# Which role does it without being asked, as it cannot sign in and so sits before no screen.
ENGINES = {"accounts.rows.save": Role.SERVICE}
# These ask for nothing, each for its reason.
ANYBODYS = {
    "inbox.editing.record",  # writes down an act that has asked
    "inbox.owners.require_free",  # a part of acts that have asked
    "inbox.owners.take_lease",  # a part of a reply, which has asked
    "publishing.approval.void",  # takes an approval away: a part of acts that have asked
    "publishing.approval.why_not",  # says whether one may
    "publishing.drafting.require_theirs",  # a part of acts that have asked
    "publishing.moving.move",  # a part of acts that have asked
    "records.audit.append",  # refuses who is not who they say
    "records.people.change_own_password",
    "records.people.sign_out",
    "records.people.still",
}


def acts() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of a room that is given an actor."""
    for room in ROOMS:
        package = importlib.import_module(f"desktop.{room}")
        for module in pkgutil.iter_modules(package.__path__):
            found = importlib.import_module(f"desktop.{room}.{module.name}")
            for name, function in inspect.getmembers(found, inspect.isfunction):
                own = function.__module__ == found.__name__ and not name.startswith("_")
                if own and any(
                    "Actor" in str(p.annotation) for p in inspect.signature(function).parameters.values()
                ):
                    yield f"{room}.{module.name}.{name}", function


def test_every_act_asks_or_is_known_not_to() -> None:
    assert {name for name, _ in acts()} == set(ASKS) | ANYBODYS


@pytest.mark.parametrize("name", sorted(ASKS))
def test_who_may_not_is_refused(database: Database, people: dict[str, Actor], name: str) -> None:
    function = dict(acts())[name]
    refused = [role for role in Role if not MAY[role] & set(ASKS[name]) and ENGINES.get(name) is not role]
    assert refused, "an act that everybody may do asks for nothing"
    for role in refused:
        by = Actor(people["comms"].id, role.value, "A name", role)
        with pytest.raises(Refused, match="may not"), database.session() as session:
            given = {"session": session, "database": database, "by": by}
            parameters = inspect.signature(function).parameters.values()
            function(**{p.name: given.get(p.name, 0) for p in parameters if p.kind is not p.VAR_KEYWORD})
