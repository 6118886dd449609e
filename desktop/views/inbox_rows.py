"""What does one row of the inbox say?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop import clock
from desktop.contact_centre.prefill import NETWORKS
from desktop.inbox.rows import ConversationRow
from desktop.models import Attention, ConversationState, HandoverState
from desktop.words import dated

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Item:
    """Ready to be painted; ``facts`` are words with the scheme's tone of each."""

    key: int
    name: str
    handle: str
    when: str
    text: str
    facts: tuple[tuple[str, str], ...]
    attention: Attention
    unseen: int
    done: bool

    @property
    def spoken(self) -> str:
        unseen = translate("Inbox", "{count} not read").format(count=self.unseen) if self.unseen else ""
        facts = [words for words, _tone in self.facts]
        return ". ".join(
            part for part in (*facts, self.name, self.handle, self.when, self.text, unseen) if part
        )


def item(row: ConversationRow, zone: str, me: int) -> Item:
    """Word a conversation for the person with the id ``me``."""
    return Item(
        key=row.id,
        name=" ".join(row.author_name.split()) or row.author_handle,
        handle=row.author_handle,
        when=short_time(row.last_at, zone),
        text=" ".join(row.snippet.split()),
        facts=tuple(_facts(row, me)),
        attention=row.attention,
        unseen=row.unseen,
        done=row.state is ConversationState.CLOSED,
    )


def short_time(at: datetime, zone: str) -> str:
    """Word a time by its clock today, by its date this year, else with the year."""
    local, today = clock.wall(at, zone), clock.wall(clock.now(), zone)
    if local.date() == today.date():
        return f"{local:%H:%M}"
    return dated(local, "%d %b" if local.year == today.year else "%d %b %Y")


def attention_words(attention: Attention) -> str:
    return {
        Attention.LIFE_AT_RISK: translate("Inbox", "LIFE AT RISK"),
        Attention.URGENT: translate("Inbox", "Urgent"),
        Attention.ROUTINE: translate("Inbox", "Routine"),
        Attention.NONE: translate("Inbox", "Not graded"),
    }[attention]


def attention_tone(attention: Attention) -> str:
    return {Attention.LIFE_AT_RISK: "danger", Attention.URGENT: "warning"}.get(attention, "muted")


def owner_words(row: ConversationRow, me: int) -> str:
    if row.owner_id is None:
        return translate("Inbox", "Unowned")
    return translate("Inbox", "Yours") if row.owner_id == me else row.owner_name


def handover_words(state: str) -> tuple[str, str]:
    """Return the words for where the newest handover stands, and their tone."""
    return {
        HandoverState.QUEUED: (translate("Inbox", "Handover not delivered"), "danger"),
        HandoverState.DELIVERED: (translate("Inbox", "Handed over, not accepted"), "danger"),
        HandoverState.ACCEPTED: (translate("Inbox", "Accepted"), "ok"),
        HandoverState.REJECTED: (translate("Inbox", "Handover rejected"), "danger"),
        HandoverState.LOGGED: (translate("Inbox", "Logged"), "ok"),
        HandoverState.CLOSED: (translate("Inbox", "Handover closed"), "muted"),
    }[HandoverState(state)]


def _facts(row: ConversationRow, me: int) -> list[tuple[str, str]]:
    found = []
    if row.attention >= Attention.URGENT:
        found.append((attention_words(row.attention), attention_tone(row.attention)))
    if row.state is ConversationState.CLOSED:
        found.append((translate("Inbox", "Closed: {code}").format(code=row.close_code), "muted"))
    else:
        tone = "accent" if row.owner_id == me else "warning" if row.owner_id is None else "muted"
        found.append((owner_words(row, me), tone))
    if row.handover_state:
        found.append(handover_words(row.handover_state))
    if row.direct:
        found.append((translate("Inbox", "Direct"), "muted"))
    found.append((f"{NETWORKS[row.network]} {row.account_handle}", "muted"))
    return found
