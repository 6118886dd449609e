"""What does the post's page ask of the rooms? Each function runs on a worker thread, in its own session."""

from __future__ import annotations

from desktop.models.database import Database
from desktop.publishing import page


def read(database: Database, post_id: int) -> page.PostPage:
    with database.reading() as session:
        return page.page(session, post_id)
