"""How does a handover reach the contact centre's own system, and how does that system answer?

What is sent is signed: HMAC-SHA256 over the timestamp, a full stop and the body, under a secret that
both sides hold. A 2xx says Delivered; only an acknowledgement that names a person says Accepted.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.clock import now
from desktop.contact_centre.envelope import Envelope
from desktop.errors import Denied, Unavailable
from desktop.networks import bodies, http
from desktop.records.settings import WebhookRoute
from desktop.words import translate

TIMEOUT = 8.0  # seconds
LATER = {408, 421, 423, 425, 429}  # 4xx that say "not now"
SIGN_IN = {401, 403}  # mended in the settings of either side: tried again
LONGEST_WORDS = 300


@dataclass(frozen=True)
class Acknowledgement:
    """The contact centre's own answer. ``name`` may be empty: then it accepts nothing."""

    correlation_id: str
    status: str  # accepted, rejected
    name: str
    at: datetime
    cause: str = ""


@dataclass(frozen=True)
class Delivered:
    words: str
    acknowledgement: Acknowledgement | None = None


def send(envelope: Envelope, route: WebhookRoute, secret: str) -> Delivered:
    """Send one handover. Raises ``Denied`` for a refusal for good, else ``Unavailable``."""
    body = envelope.document_bytes()
    headers = signed(body, secret) | {
        "Content-Type": "application/json",
        "Idempotency-Key": envelope.correlation_id,
    }
    with http.client(timeout=TIMEOUT) as client:
        answer = http.ask(client, "POST", route.url, headers=headers, content=body)
    _require_taken(answer, route.url)
    words = translate("Webhook", "{host} took it (HTTP {status})").format(
        host=http.host(route.url), status=answer.status_code
    )
    return Delivered(words, acknowledgement(answer.text, envelope.correlation_id))


def ask_for_acknowledgement(correlation_id: str, route: WebhookRoute, secret: str) -> Acknowledgement | None:
    """Ask the contact centre's system whether anybody took the handover on; None while nobody did."""
    url = route.ack_url.replace("{id}", correlation_id)
    with http.client(timeout=TIMEOUT) as client:
        answer = http.ask(client, "GET", url, headers=signed(b"", secret))
    return acknowledgement(answer.text, correlation_id) if answer.status_code == 200 else None


def check(route: WebhookRoute) -> str:
    """See that the webhook's server answers, sending nothing. Raises ``Unavailable``."""
    with http.client(timeout=TIMEOUT) as client:
        answer = http.ask(client, "HEAD", route.url)
    if answer.status_code >= 500:
        raise Unavailable(
            translate("Webhook", "{host} has a fault of its own (HTTP {status}).").format(
                host=http.host(route.url), status=answer.status_code
            )
        )
    return translate("Webhook", "{host} answers (HTTP {status}).").format(
        host=http.host(route.url), status=answer.status_code
    )


def signed(body: bytes, secret: str, at: datetime | None = None) -> dict[str, str]:
    """Return the headers that prove who sent ``body`` and when."""
    stamp = str(int((at or now()).timestamp()))
    mac = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return {"X-BlueLamp-Timestamp": stamp, "X-BlueLamp-Signature": f"sha256={mac}"}


def acknowledgement(text: str, correlation_id: str) -> Acknowledgement | None:
    """Read an acknowledgement of this very handover; None for anything else."""
    try:
        found = bodies.load(text)
    except ValueError:
        return None
    if not isinstance(found, dict) or found.get("sharedIncidentId") != correlation_id:
        return None
    status = str(found.get("status", "")).lower()
    if status not in ("accepted", "rejected"):
        return None
    at = _when(found.get("acknowledgedByDispatcherAt"))
    return Acknowledgement(
        correlation_id, status, _line(found.get("dispatcher")), at, _line(found.get("cause"))
    )


def _require_taken(answer: http.Response, url: str) -> None:
    status, where = answer.status_code, http.host(url)
    if 200 <= status < 300:
        return
    said = _line(answer.text)
    if status in SIGN_IN:
        words = translate(
            "Webhook", "{host} does not accept our signature (HTTP {status}). Check the shared secret."
        )
        raise Unavailable(words.format(host=where, status=status))
    if 400 <= status < 500 and status not in LATER:
        words = translate("Webhook", "{host} refused it ({why}).")
        why = f"HTTP {status}: {said}" if said else f"HTTP {status}"
        raise Denied(words.format(host=where, why=why), code=str(status))
    words = translate("Webhook", "{host} did not take it (HTTP {status}).").format(host=where, status=status)
    raise Unavailable(words, retry_at=http.retry_after(answer))


def _when(value: object) -> datetime:
    try:
        at = datetime.fromisoformat(str(value))
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return now()


def _line(value: object) -> str:
    return " ".join(str(value or "").split())[:LONGEST_WORDS]
