"""Transactions, faults of the disk, and databases from another time."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.clock import now
from desktop.errors import Refused, Unavailable
from desktop.models import Actor, Base, Post, Setting, Version, schema
from desktop.models.database import Database, sqlite_url


def test_the_migrations_make_what_the_models_say(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return not (kind == "table" and (name or "").startswith("message_text"))

    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, Base.metadata) == []


def test_two_writers_take_turns(database: Database) -> None:
    def add(name: str) -> None:
        for number in range(20):
            with database.session() as session:
                session.scalar(sa.select(sa.func.count()).select_from(Setting))
                session.add(Setting(name=f"{name}-{number}", value=1))

    threads = [threading.Thread(target=add, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Setting)) == 80


def test_a_newer_database_is_refused_and_untouched(database_file: Path) -> None:
    connection = sqlite3.connect(database_file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = database_file.read_bytes()
    database = Database(sqlite_url(database_file))
    with pytest.raises(Refused, match="newer version of Blue Lamp"):
        schema.upgrade(database)
    database.close()
    assert database_file.read_bytes() == before


def test_a_full_disk_gets_a_sentence_and_loses_nothing(database: Database) -> None:
    with database.session() as session:
        session.add(Setting(name="kept", value="kept"))
    with database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    # SQLite's own limit on the file stands for the disk: the same error comes from the same place.
    sa.event.listen(
        database.engine, "begin", lambda c: c.exec_driver_sql(f"PRAGMA max_page_count={pages}"), insert=True
    )
    with pytest.raises(Unavailable, match="disk is full"), database.session() as session:
        session.add(Setting(name="big", value="x" * 5_000_000))
    with database.reading() as session:
        assert session.get(Setting, "kept") is not None
        assert session.get(Setting, "big") is None


def test_a_naive_time_is_a_bug(database: Database, people: dict[str, Actor]) -> None:
    with pytest.raises(sa.exc.StatementError, match="naive"), database.session() as session:
        session.add(
            Post(author_id=people["comms"].id, created_at=now().replace(tzinfo=None), changed_at=now())
        )


@pytest.fixture
def version_id(database: Database, people: dict[str, Actor]) -> int:
    with database.session() as session:
        post = Post(author_id=people["comms"].id, created_at=now(), changed_at=now())
        session.add(post)
        session.flush()
        version = Version(
            post_id=post.id,
            number=1,
            created_by=people["comms2"].id,
            created_at=now(),
            content_class="routine",
            content_hash="a" * 64,
        )
        session.add(version)
        session.flush()
        return version.id


def approve(database: Database, version_id: int, approver: int, content_hash: str = "a" * 64) -> None:
    with database.session() as session:
        session.execute(
            sa.text(
                "INSERT INTO approval (version_id, approver_id, content_hash, at, comment, void_reason)"
                " VALUES (:v, :a, :h, '2026-01-01', '', '')"
            ),
            {"v": version_id, "a": approver, "h": content_hash},
        )


def publish(database: Database, version_id: int, who: int) -> None:
    """Try to send a post by plain SQL, past all the program's rules."""
    with database.session() as session:
        session.execute(
            sa.text(
                "INSERT INTO account (network, realm, server, network_id, handle, name, url, state, sealed_token,"
                " sealed_to, capabilities, cursor, trouble, sign_in_needed, collect_owner, connected_at)"
                " VALUES ('mastodon', '', '', '1', '', '', '', 'connected', '', '', '{}', '', '', 0, '', '2026-01-01')"
            )
        )
        session.execute(
            sa.text(
                "INSERT INTO variant (id, version_id, account_id, text, language) VALUES (1, :v, 1, 'Said', 'en')"
            ),
            {"v": version_id},
        )
        session.execute(
            sa.text(
                "INSERT INTO publication (purpose, account_id, version_id, variant_id, text, language, created_by, created_at,"
                " state, due_at, tolerance, client_key, lease_owner, prepared, reason, evidence, network_id, url,"
                " withdraw_wanted, withdraw_result) VALUES ('post', 1, :v, 1, '', 'en', :w, '2026-01-01', 'claimed',"
                " '2026-01-01', 900, 'k', '', '', '', '{}', '', '', 0, '')"
            ),
            {"v": version_id, "w": who},
        )


class TestTriggersBehindTheRooms:
    def test_an_author_cannot_approve(
        self, database: Database, people: dict[str, Actor], version_id: int
    ) -> None:
        for person in ("comms", "comms2"):  # who began the post, and who wrote this version
            with pytest.raises(Refused, match="may not approve"):
                approve(database, version_id, people[person].id)

    def test_an_approval_matches_what_it_approves(
        self, database: Database, people: dict[str, Actor], version_id: int
    ) -> None:
        with pytest.raises(Refused, match="another content"):
            approve(database, version_id, people["press"].id, "b" * 64)

    def test_nothing_is_claimed_without_approval(
        self, database: Database, people: dict[str, Actor], version_id: int
    ) -> None:
        with pytest.raises(Refused, match="no valid approval"):
            publish(database, version_id, people["comms"].id)
        approve(database, version_id, people["press"].id)
        publish(database, version_id, people["comms"].id)

    def test_a_version_is_never_changed(self, database: Database, version_id: int) -> None:
        for statement in ("UPDATE version SET content_hash = 'c'", "DELETE FROM version"):
            with pytest.raises(Refused), database.session() as session:
                session.execute(sa.text(statement))

    def test_an_approval_only_voids(
        self, database: Database, people: dict[str, Actor], version_id: int
    ) -> None:
        approve(database, version_id, people["press"].id)
        with database.session() as session:
            session.execute(sa.text("UPDATE approval SET void_at = '2026-01-02', void_reason = 'edited'"))
        for statement in ("UPDATE approval SET void_at = NULL", "DELETE FROM approval"):
            with pytest.raises(Refused), database.session() as session:
                session.execute(sa.text(statement))


def test_the_files_name_the_revisions() -> None:
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(schema._config())
    known = [script.revision for script in scripts.walk_revisions()]
    assert schema.revisions() == known[::-1]
    assert scripts.get_current_head() == schema.revisions()[-1]


def test_a_current_database_opens_without_alembic(database_file: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from desktop.models import schema;"
        "from desktop.models.database import Database, sqlite_url;"
        "database = Database(sqlite_url(Path(sys.argv[1]))); schema.upgrade(database);"
        "sys.exit('alembic' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code, str(database_file)], timeout=60, check=False).returncode
        == 0
    )
