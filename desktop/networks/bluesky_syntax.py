"""Is this a well-formed name on the AT Protocol, and how are its record keys made?

Source: https://atproto.com/specs/{tid,did,handle,record-key,at-uri-scheme}.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_TID = re.compile(r"[2-7a-j][2-7a-z]{12}")
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_HANDLE = re.compile(rf"(?:{_LABEL}\.)+[a-zA-Z](?:[a-zA-Z0-9-]{{0,61}}[a-zA-Z0-9])?")
_DID = re.compile(r"did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]")
_RECORD_KEY = re.compile(r"[a-zA-Z0-9._:~-]{1,512}")


def is_tid(value: str) -> bool:
    return _TID.fullmatch(value) is not None


def is_handle(value: str) -> bool:
    return len(value) <= 253 and _HANDLE.fullmatch(value) is not None


def is_did(value: str) -> bool:
    return len(value) <= 2048 and _DID.fullmatch(value) is not None


def is_record_key(value: str) -> bool:
    return value not in (".", "..") and _RECORD_KEY.fullmatch(value) is not None


def tid(key: str, at: datetime) -> str:
    """Make the record key of what is sent with ``key`` and was created ``at`` (UTC): always the same one.

    The specification asks for microseconds and ten bits of clock identity. The milliseconds are those of
    ``at``; what is below them comes from ``key``, so that posts made in the same instant differ.
    """
    spread = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    millis = (at - EPOCH) // timedelta(milliseconds=1)
    micros = millis * 1000 + spread % 1000
    return _encode((micros << 10) | (spread // 1000) % 1024)


def tid_time(value: str) -> datetime | None:
    """Read the instant (UTC) out of a TID; None for what is no TID."""
    if not is_tid(value):
        return None
    number = 0
    for letter in value:
        number = number * 32 + ALPHABET.index(letter)
    try:
        return EPOCH + timedelta(microseconds=number >> 10)
    except OverflowError:
        return None


@dataclass(frozen=True)
class AtUri:
    """``at://authority/collection/rkey``."""

    authority: str
    collection: str
    rkey: str


def at_uri(value: str) -> AtUri | None:
    """Take an address of a record apart; None where it is not one."""
    match = re.fullmatch(r"at://([^/?#\s]+)/([^/?#\s]+)/([^/?#\s]+)", value)
    if match is None or not (is_did(match[1]) or is_handle(match[1])) or not is_record_key(match[3]):
        return None
    return AtUri(match[1], match[2], match[3])


def _encode(number: int) -> str:
    letters = []
    for _ in range(13):
        number, index = divmod(number, 32)
        letters.append(ALPHABET[index])
    return "".join(reversed(letters))
