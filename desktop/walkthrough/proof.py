"""Did it truly happen, in the database and on the practice network?"""

from __future__ import annotations

import html
import re
from typing import Any

from desktop.contact_centre import handover
from desktop.contact_centre.handover import HandoverRow
from desktop.inbox import conversations
from desktop.inbox.rows import ConversationRow
from desktop.models import Actor, PublicationState
from desktop.models.database import Database
from desktop.practice.server import PracticeNetwork
from desktop.publishing import schedule
from desktop.publishing.schedule import PublicationRow
from desktop.records import audit, people


class Proof:
    """Reads both sides and compares; it never asks the window."""

    def __init__(self, database: Database, network: PracticeNetwork) -> None:
        self.database, self.network = database, network

    def actor(self, username: str) -> Actor:
        with self.database.reading() as session:
            found = next(row for row in people.rows(session) if row.username == username)
            return people.actor(session, found.id)

    def publications(self, post_id: int) -> list[PublicationRow]:
        with self.database.reading() as session:
            return schedule.of_post(session, post_id)

    def all_in(self, post_id: int, state: PublicationState) -> list[PublicationRow]:
        """Return the post's publications once every one is in ``state``; [] before."""
        rows = self.publications(post_id)
        return rows if rows and all(row.state is state for row in rows) else []

    def on_network(self, username: str, text: str) -> list[dict[str, Any]]:
        """Return the statuses of ``username`` on the network that say exactly ``text``."""
        return [s for s in self.network.statuses_of(username) if plain(s["content"]) == text]

    def conversation(self, author: str) -> ConversationRow | None:
        """Return the conversation of the person of the public called ``author``."""
        with self.database.reading() as session:
            rows = conversations.listing(session, by=people.actor(session, self.actor("dawn").id))
        return next((row for row in rows if row.author_name == author), None)

    def handover(self, conversation_id: int) -> HandoverRow | None:
        with self.database.reading() as session:
            found = [row for row in handover.rows(session) if row.conversation_id == conversation_id]
        return found[0] if found else None

    def handover_row(self, handover_id: int) -> HandoverRow:
        with self.database.reading() as session:
            return handover.row(session, handover_id)

    def taken(self, correlation_id: str) -> bool:
        """Whether the practice contact centre's own system was handed it."""
        return any(one["id"] == correlation_id for one in self.network.handovers)

    def replied(self, row: ConversationRow, text: str) -> str:
        """Return the address of our reply on the network, once it stands there under the conversation."""
        username = row.account_handle.removeprefix("@").partition("@")[0]
        for status in self.network.statuses_of(username):
            if status["in_reply_to_id"] and plain(status["content"]).endswith(text):
                return str(status["url"])
        return ""

    def audit_faults(self) -> tuple[int, list[str]]:
        """Return how many entries the chain holds and what is wrong with it."""
        with self.database.reading() as session:
            return audit.head(session)[0], [fault.words for fault in audit.verify(session)]


def plain(content: str) -> str:
    """Return the text of a status that the API shows as HTML."""
    lines = re.sub(r"</p>\s*<p>", "\n\n", re.sub(r"<br\s*/?>", "\n", content))
    return html.unescape(re.sub(r"<[^>]+>", "", lines)).strip()
