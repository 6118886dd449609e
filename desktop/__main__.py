"""What was the program asked to be: the window, the practice workspace, or a command?"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from desktop.config import Config
    from desktop.models.database import Database

CONSOLE_COMMANDS = ("worker", "doctor", "audit", "triage", "db", "rescue")
LOOKING = ("audit", "db", "doctor")  # they make nothing where nothing is


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser("bluelamp", description="The social desk of a police force.")
    made.add_argument("--version", action="version", version=f"Blue Lamp {__version__}")
    made.add_argument("--data", type=Path, metavar="FOLDER", help="keep this workspace's data in FOLDER")
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("window", help="open the window (what happens without a command)")
    practice = commands.add_parser(
        "practice", help="open the practice workspace: no account, no server needed"
    )
    practice.add_argument(
        "--play",
        type=Path,
        metavar="FOLDER",
        help="play the whole main job by itself; screenshots go to FOLDER",
    )
    worker = commands.add_parser("worker", help="publish, collect and escalate without a window")
    worker.add_argument("--once", action="store_true", help="one round, then stop")
    doctor = commands.add_parser("doctor", help="what is set up, reachable and wrong, and what to do")
    doctor.set_defaults(what="look")
    doctor.add_argument("--json", action="store_true")
    doctor.add_argument("--offline", action="store_true", help="ask no server")
    audit = commands.add_parser("audit", help="the record of every act")
    audit.add_argument("what", choices=["verify"])
    triage = commands.add_parser(
        "triage", help="assess the messages of a CSV file with the columns id and text"
    )
    triage.add_argument("file", type=Path)
    triage.add_argument("--scores", type=Path, metavar="OUT.csv")
    rescue = commands.add_parser(
        "rescue", help="set the password of an administrator, where nobody is left who could"
    )
    rescue.add_argument("username")
    rescue.set_defaults(what="rescue")
    db = commands.add_parser("db", help="the database")
    db.add_argument("what", choices=["upgrade", "check"])
    return made


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code."""
    options = parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    from desktop.errors import Refused, Unavailable

    try:
        return _run(options)
    except (Refused, Unavailable) as error:
        print(error.reason, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the output has read enough; what is left must not be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(options: argparse.Namespace) -> int:
    if options.command == "triage":
        return _triage(options)
    from desktop import config as configuration
    from desktop.errors import Refused

    if options.command in LOOKING and options.what != "upgrade":
        return _console(options, configuration.read_only(data=options.data))
    practice = options.command == "practice"
    windowed = options.command not in CONSOLE_COMMANDS and not (practice and options.play)
    try:
        config = configuration.read(practice=practice, data=options.data)
    except Refused as refused:
        if not windowed:
            raise
        from desktop import app

        return app.refuse(refused.reason, sys.argv[:1])
    if practice and options.play:
        from desktop.walkthrough import story

        return story.run(config, options.play)
    if options.command in CONSOLE_COMMANDS:
        return _console(options, config)
    from desktop import app

    return app.run(config, sys.argv[:1])


def _console(options: argparse.Namespace, config: Config) -> int:
    from desktop.errors import Refused
    from desktop.models.database import Database

    database = Database(config.database)
    if options.command in ("audit", "db", "rescue") and options.what != "upgrade" and database.missing:
        raise Refused(
            f"There is no Blue Lamp database in {config.data}. Name the workspace's folder with --data."
        )
    try:
        return {"worker": _worker, "doctor": _doctor, "audit": _audit, "db": _db, "rescue": _rescue}[
            options.command
        ](options, config, database)
    finally:
        database.close()


def _worker(options: argparse.Namespace, config: Config, database: Database) -> int:
    from desktop import journal, worker
    from desktop.models import schema
    from desktop.vault import Vault

    logging.getLogger("desktop").setLevel(logging.INFO)
    journal.open_file(config.data)
    schema.upgrade(database)
    worker.run(database, Vault(), once=options.once)
    return 0


def _doctor(options: argparse.Namespace, config: Config, database: Database) -> int:
    from desktop import doctor
    from desktop.accounts.connectors import Connectors
    from desktop.vault import Vault

    vault = Vault()
    connectors = Connectors(database, vault)
    try:
        return doctor.run(
            database=database,
            vault=vault,
            connectors=connectors,
            data_dir=config.data,
            online=not options.offline,
            json=options.json,
        )
    finally:
        connectors.close()


def _audit(_options: argparse.Namespace, _config: Config, database: Database) -> int:
    from desktop.models import schema
    from desktop.records import audit

    schema.require_not_newer(database)
    with database.reading() as session:
        faults = list(audit.verify(session))
        newest, digest = audit.head(session)
    for fault in faults:
        print(fault.words)
    if faults:
        print(f"The audit does NOT verify: {len(faults)} faults in {newest} entries.")
        return 1
    print(f"The audit verifies: {newest} entries, the newest with hash {digest}.")
    return 0


def _db(options: argparse.Namespace, _config: Config, database: Database) -> int:
    from desktop.models import schema

    if options.what == "upgrade":
        schema.upgrade(database)
    schema.require_not_newer(database)
    current = schema.is_current(database)
    print("The database is up to date." if current else "The database is older: run `bluelamp db upgrade`.")
    return 0 if current else 1


def _rescue(options: argparse.Namespace, _config: Config, database: Database) -> int:
    from getpass import getpass

    from desktop.models import schema
    from desktop.records import people

    schema.upgrade(database)
    password = getpass("New password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    with database.session() as session:
        people.rescue(session, options.username, password)
    print(f"The password of {options.username} is set, and the audit says so.")
    return 0


def _triage(options: argparse.Namespace) -> int:
    from desktop.triage import report

    print(report.run_file(options.file, options.scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())
