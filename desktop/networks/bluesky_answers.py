"""What does an answer of a Bluesky server mean?

Errors are ``{"error", "message"}`` (https://atproto.com/specs/xrpc); what stands between us and the server
answers in pages of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.clock import now
from desktop.errors import Denied, Doubt, Unavailable
from desktop.networks import http
from desktop.networks.protocol import RateLimit
from desktop.words import QT_TRANSLATE_NOOP, translate

CLOSED = {
    "AccountTakedown": QT_TRANSLATE_NOOP(
        "Bluesky", "Bluesky has taken this account down. Appeal to Bluesky, then connect it again."
    ),
    "AccountDeactivated": QT_TRANSLATE_NOOP(
        "Bluesky", "This Bluesky account is deactivated. Reactivate it in Bluesky, then connect it again."
    ),
    "AuthFactorTokenRequired": QT_TRANSLATE_NOOP(
        "Bluesky",
        "Bluesky asks for a code by e-mail because this is the account's own password. "
        "Use an app password: in Bluesky, open Settings, Privacy and security, App passwords.",
    ),
}
NO_MESSAGES = "Bad token method"  # the PDS's words for an app password without direct messages


def read(response: http.Response) -> dict[str, Any]:
    """Turn an answer into its JSON object, or raise what it means.

    ``Denied.code`` is the network's own error name. Anything that is not the network's own JSON (a proxy's
    page) is ``Unavailable``.
    """
    body = json_object(response)
    if response.status_code == 501 and body is not None:
        raise Denied(
            translate("Bluesky", "This Bluesky server does not know that request."),
            code="MethodNotImplemented",
        )
    error = http.busy(response, "RateLimit-Reset")
    if error is not None:
        raise error
    if response.is_success and body is not None:
        return body
    where = http.host(str(response.request.url))
    doubt = Doubt.CUT if response.is_success else Doubt.NOT_DONE
    if response.status_code == 413:
        raise Denied(
            translate("Bluesky", "The image is too large for this Bluesky server. Use a smaller one."),
            code="TooLarge",
        )
    if body is None or response.status_code < 400:
        reason = translate(
            "Bluesky", "{host} did not answer as a Bluesky server does (HTTP {status})."
        ).format(host=where, status=response.status_code)
        raise Unavailable(reason, doubt=doubt)
    raise _denied(response.status_code, body)


def read_rate(response: http.Response) -> RateLimit:
    """Read the RateLimit headers (reset in epoch seconds)."""
    left = response.headers.get("RateLimit-Remaining", "")
    reset = http.when(response.headers.get("RateLimit-Reset"))
    if reset is not None and reset < now():
        return RateLimit()
    return RateLimit(int(left) if left.isdigit() else None, reset)


def _denied(status: int, body: Mapping[str, Any]) -> Denied:
    code = str(body.get("error") or f"HTTP {status}")
    message = str(body.get("message") or code)
    if status == 401 and code not in CLOSED:
        return Denied(message, code="AuthRequired")
    if code == "InvalidToken" and message == NO_MESSAGES:
        return Denied(
            translate("Bluesky", "This app password does not allow direct messages."), code="NoDirectMessages"
        )
    if code == "InvalidSwap":
        other = translate(
            "Bluesky",
            "Another post already stands in this one's place on Bluesky. Look at the account before posting.",
        )
        return Denied(other, code=code)
    if code in CLOSED:
        return Denied(translate("Bluesky", CLOSED[code]), code=code)
    return Denied(translate("Bluesky", "Bluesky refused: {message}").format(message=message), code=code)


def json_object(response: http.Response) -> dict[str, Any] | None:
    if response.is_success and not response.content:
        return {}  # some procedures answer with nothing
    try:
        body = http.read_json(response)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None
