"""Who is acting, and may they sign in?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy.orm import Session

from desktop.clock import now
from desktop.errors import Refused
from desktop.models import Act, Actor, Person, Role, Setting
from desktop.records import audit
from desktop.words import QT_TRANSLATE_NOOP, translate

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 1000
USERNAME = re.compile(r"[a-z0-9._@+-]{1,80}")
TRIES = 5
LOCK = timedelta(minutes=5)
WRONG = QT_TRANSLATE_NOOP(
    "People", "That user name and password do not go together. Check both, or ask an administrator."
)
WRONG_CURRENT = QT_TRANSLATE_NOOP(
    "People", "That is not your password now. Type the one that you signed in with, or ask an administrator."
)


@dataclass(frozen=True)
class PersonRow:
    id: int
    username: str
    name: str
    role: Role
    active: bool
    created_at: datetime


def first_run_needed(session: Session) -> bool:
    """Whether nobody can sign in yet."""
    return not session.scalar(sa.select(sa.exists().where(Person.role != Role.SERVICE)))


def first_run(
    session: Session, *, force_name: str, phone: str, name: str, username: str, password: str
) -> Actor:
    """Set up the force: its name, its contact centre's phone number, its first administrator.

    Raises ``Refused`` for an empty field, a weak password, or when it was done before.
    """
    if not first_run_needed(session):
        raise Refused(translate("People", "This workspace is set up already. Sign in instead."))
    if not force_name.strip():
        raise Refused(translate("People", "Enter the force's name."))
    if not any(c.isdigit() for c in phone):
        raise Refused(
            translate(
                "People",
                "Enter the phone number of the contact centre: it is shown when a life may be at risk.",
            )
        )
    service_actor(session)
    person = _add(session, username, name, Role.ADMIN, password)
    by = _actor(person)
    for setting, value in (("force_name", force_name.strip()), ("control_room_phone", phone.strip())):
        session.merge(Setting(name=setting, value=value))
    audit.append(session, by, "force.first_run", "force", name=force_name.strip(), phone=phone.strip())
    return by


def add(session: Session, by: Actor, *, username: str, name: str, role: Role, password: str) -> PersonRow:
    """Add a person. Raises ``Refused`` for a taken user name or a weak password."""
    by.require(Act.MANAGE)
    person = _add(session, username, name, role, password)
    audit.append(session, by, "person.add", f"person:{person.id}", username=person.username, role=role)
    return _row(person)


def sign_in(session: Session, username: str, password: str) -> Actor | None:
    """Return who this is, or None for a wrong password (counted: commit all the same).

    Raises ``Refused`` for a locked person. Five wrong passwords lock for five minutes.
    """
    person = session.scalar(sa.select(Person).where(Person.username == _username(username)))
    if person is not None:
        _require_unlocked(person)
    known = person is not None and person.active and person.role is not Role.SERVICE
    # An unknown name costs the same time as a wrong password.
    if not _matches(person.password_hash if person and known else _nobody(), password) or not person:
        if person is not None:
            _count_failure(session, person)
        return None
    person.failed_sign_ins, person.locked_until = 0, None
    audit.append(session, person.username, "person.sign_in", f"person:{person.id}")
    return _actor(person)


def sign_out(session: Session, by: Actor, *, locked: bool = False) -> None:
    # By name: one who has left meanwhile, or whose role changed, signs out all the same.
    audit.append(session, by.username, "person.lock" if locked else "person.sign_out", f"person:{by.id}")


def change_role(session: Session, by: Actor, person_id: int, role: Role) -> None:
    by.require(Act.MANAGE)
    person = _get(session, person_id)
    if person.role is Role.ADMIN and role is not Role.ADMIN:
        _require_another_admin(session, person)
    audit.append(session, by, "person.role", f"person:{person.id}", was=person.role, role=role)
    person.role = role


def deactivate(session: Session, by: Actor, person_id: int) -> None:
    """Stop a leaver from signing in; what they did stays recorded."""
    by.require(Act.MANAGE)
    person = _get(session, person_id)
    if person.role is Role.ADMIN:
        _require_another_admin(session, person)
    audit.append(session, by, "person.deactivate", f"person:{person.id}")
    person.active = False


def reactivate(session: Session, by: Actor, person_id: int) -> None:
    """Let somebody who left sign in again, with the role and the password they had."""
    by.require(Act.MANAGE)
    person = _get(session, person_id)
    person.active = True
    audit.append(session, by, "person.reactivate", f"person:{person.id}")


def rescue(session: Session, username: str, password: str) -> None:
    """Set an administrator's password from this computer's console: nobody is left who could in the window.

    Whoever runs it can write to the data folder, and it stands in the audit. Raises ``Refused`` for anyone
    who is not an active administrator.
    """
    person = session.scalar(sa.select(Person).where(Person.username == _username(username)))
    if person is None or not person.active or person.role is not Role.ADMIN:
        raise Refused(translate("People", "There is no active administrator of that user name."))
    _check_password(password)
    person.password_hash = _hasher().hash(password)
    person.failed_sign_ins, person.locked_until = 0, None
    audit.append(session, "console", "person.rescue", f"person:{person.id}", username=person.username)


def set_password(session: Session, by: Actor, person_id: int, password: str) -> None:
    """Set a new password: one's own, or anybody's by an administrator."""
    if by.id != person_id:
        by.require(Act.MANAGE)
    _check_password(password)
    person = _get(session, person_id)
    person.password_hash = _hasher().hash(password)
    person.failed_sign_ins, person.locked_until = 0, None
    audit.append(session, by, "person.password", f"person:{person.id}")


def change_own_password(session: Session, by: Actor, current: str, password: str) -> bool:
    """Change one's own password; False for a wrong ``current`` one (counted: commit all the same).

    Raises ``Refused`` for a locked person and for a weak password: an open desk is no way to take an account over.
    """
    person = _get(session, by.id)
    _require_unlocked(person)
    _check_password(password)
    if not _matches(person.password_hash, current):
        _count_failure(session, person)
        return False
    set_password(session, by, by.id, password)
    return True


def rows(session: Session) -> list[PersonRow]:
    """Return everyone who can or could sign in, by name."""
    query = sa.select(Person).where(Person.role != Role.SERVICE).order_by(Person.name)
    return [_row(person) for person in session.scalars(query)]


def actor(session: Session, person_id: int) -> Actor:
    return _actor(_get(session, person_id))


def still(session: Session, by: Actor) -> Actor | None:
    """Return who ``by`` is by now; None for one who may not sign in any more."""
    person = session.get(Person, by.id)
    return _actor(person) if person is not None and person.active else None


def service_actor(session: Session) -> Actor:
    """Return the engine's own actor; made at first need. It cannot sign in."""
    person = session.scalar(sa.select(Person).where(Person.role == Role.SERVICE))
    if person is None:
        person = Person(username="engine", name="Blue Lamp engine", role=Role.SERVICE, created_at=now())
        session.add(person)
        session.flush()
    return _actor(person)


def _add(session: Session, username: str, name: str, role: Role, password: str) -> Person:
    username = _username(username)
    if not username or not name.strip():
        raise Refused(translate("People", "Enter a name and a user name."))
    if not USERNAME.fullmatch(username):
        raise Refused(
            translate(
                "People",
                "A user name is up to 80 of the letters a to z, digits, and . _ - @ +: others can look like these.",
            )
        )
    if role is Role.SERVICE:
        raise Refused(translate("People", "Choose a role for this person."))
    _check_password(password)
    if session.scalar(sa.select(Person.id).where(Person.username == username)):
        raise Refused(
            translate("People", "The user name {username} is taken. Choose another.").format(
                username=username
            )
        )
    hashed = _hasher().hash(password)
    person = Person(username=username, name=name.strip(), role=role, password_hash=hashed, created_at=now())
    session.add(person)
    session.flush()
    return person


def _username(typed: str) -> str:
    """The one form of a user name: as typed on any keyboard, in any case; half a letter is none."""
    whole = typed.encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFKC", whole).strip().casefold()


def _check_password(password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise Refused(
            translate(
                "People",
                "Choose a password of at least {shortest} characters: three random words do.",
            ).format(shortest=SHORTEST_PASSWORD)
        )
    if len(password) > LONGEST_PASSWORD or not password.isprintable():
        raise Refused(
            translate(
                "People", "Choose a password of at most {longest} characters that can be typed anywhere."
            ).format(longest=LONGEST_PASSWORD)
        )


def _require_unlocked(person: Person) -> None:
    if person.locked_until and person.locked_until > now():
        minutes = int((person.locked_until - now()).total_seconds() // 60) + 1
        raise Refused(
            translate(
                "People", "Too many wrong passwords. Try again in {minutes} min, or ask an administrator."
            ).format(minutes=minutes)
        )


def _count_failure(session: Session, person: Person) -> None:
    person.failed_sign_ins += 1
    audit.append(session, "nobody", "person.sign_in_failed", f"person:{person.id}")
    if person.failed_sign_ins % TRIES == 0:
        person.locked_until = now() + LOCK


def _require_another_admin(session: Session, person: Person) -> None:
    query = sa.select(Person.id).where(Person.role == Role.ADMIN, Person.active, Person.id != person.id)
    if not session.scalar(query):
        raise Refused(
            translate("People", "This is the last administrator. Make someone else an administrator first.")
        )


def _matches(password_hash: str, password: str) -> bool:
    try:
        return len(password) <= LONGEST_PASSWORD and _hasher().verify(password_hash, password)
    except (VerifyMismatchError, InvalidHashError, UnicodeEncodeError):  # half a letter is no password
        return False


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()  # argon2id, RFC 9106 low-memory profile


@cache
def _nobody() -> str:
    return _hasher().hash("nobody's password")


def _get(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise Refused(translate("People", "This person is not in this workspace."))
    return person


def _actor(person: Person) -> Actor:
    return Actor(person.id, person.username, person.name, person.role)


def _row(person: Person) -> PersonRow:
    return PersonRow(person.id, person.username, person.name, person.role, person.active, person.created_at)
