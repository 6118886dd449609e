"""How do we speak HTTP? The only module that imports httpx, so that a later move is one line."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from time import monotonic
from typing import Any

import httpx
import truststore

from desktop import __version__
from desktop.clock import now
from desktop.errors import Doubt, Unavailable
from desktop.networks import bodies
from desktop.words import translate

Response = httpx.Response
Transport = httpx.BaseTransport
USER_AGENT = f"BlueLamp/{__version__}"
LONGEST = 32_000_000  # bytes of an answer, unpacked; fifty messages with all about them are 1 MB
SLOWEST = 60.0  # seconds for a whole answer, however steadily it drips
LONGEST_WAIT = timedelta(hours=1)  # that a network may ask for: it is asked again then, whatever it said
_PACKED = ("content-encoding", "content-length", "transfer-encoding")


@cache
def tls() -> ssl.SSLContext:
    """Return the context that trusts what the machine trusts (the force's own authorities included)."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def client(*, timeout: float = 20.0, transport: Transport | None = None) -> httpx.Client:
    """Return a blocking client. ``timeout`` in seconds, for each of connecting, writing and reading."""
    return httpx.Client(
        timeout=httpx.Timeout(timeout, connect=min(timeout, 10.0)),
        verify=tls(),
        headers={"User-Agent": USER_AGENT},
        follow_redirects=False,
        limits=httpx.Limits(max_connections=32, max_keepalive_connections=16, keepalive_expiry=15.0),
        transport=transport,
    )


def ask(
    http: httpx.Client,
    method: str,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    params: Any = None,
    json: Any = None,
    data: Mapping[str, Any] | None = None,
    files: Any = None,
    content: bytes | None = None,
) -> Response:
    """Make one request and return the answer, whatever its status.

    Raises ``Unavailable`` when no answer came, with what is known of the request's fate.
    """
    try:
        with http.stream(
            method, url, headers=headers, params=params, json=json, data=data, files=files, content=content
        ) as answer:
            return _whole(answer)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise Unavailable(
            translate("Network", "{host} could not be reached: {fault}.").format(
                host=host(url), fault=_plain(error)
            )
        ) from error
    except httpx.TimeoutException as error:
        raise Unavailable(
            translate("Network", "{host} did not answer in time.").format(host=host(url)), doubt=Doubt.STALLED
        ) from error
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise Unavailable(
            translate("Network", "The connection to {host} broke: {fault}.").format(
                host=host(url), fault=_plain(error)
            ),
            doubt=Doubt.CUT,
        ) from error
    except httpx.InvalidURL as error:
        raise Unavailable(translate("Network", "{url!r} is not a web address.").format(url=url)) from error


def _whole(answer: Response) -> Response:
    """Read an answer to its end, within bounds: what is said by one server must not stop the others."""
    until, size, parts = monotonic() + SLOWEST, 0, []
    for part in answer.iter_bytes():
        size += len(part)
        if size > LONGEST:
            raise httpx.ReadError("its answer is too long", request=answer.request)
        if monotonic() > until:
            raise httpx.ReadTimeout("its answer is too slow", request=answer.request)
        parts.append(part)
    headers = [(name, value) for name, value in answer.headers.multi_items() if name not in _PACKED]
    return Response(answer.status_code, headers=headers, content=b"".join(parts), request=answer.request)


def read_json(response: Response) -> Any:
    """Return the answer's JSON. Raises ``ValueError`` where it is none, whatever else is wrong with it.

    A byte that is no UTF-8 costs its own letter and nothing that stands beside it.
    """
    return bodies.load(response.content.decode("utf-8-sig", "replace"))


def busy(response: Response, reset_header: str) -> Unavailable | None:
    """Return the error for a throttled (429) or broken (5xx) answer, None for any other.

    ``reset_header`` names the network's own reset header; ISO 8601, epoch seconds and HTTP dates are read.
    """
    where = host(str(response.request.url))
    if response.status_code == 429:
        at = when(response.headers.get(reset_header)) or retry_after(response)
        return Unavailable(
            translate("Network", "{host} asks us to slow down.").format(host=where),
            retry_at=at,
            doubt=Doubt.NOT_DONE,
        )
    if response.status_code >= 500:
        doubt = Doubt.STALLED if response.status_code in (502, 504) else Doubt.CUT
        reason = translate("Network", "{host} has a fault of its own (HTTP {status}).").format(
            host=where, status=response.status_code
        )
        return Unavailable(reason, retry_at=retry_after(response), doubt=doubt)
    return None


def when(value: str | None) -> datetime | None:
    """Read a reset header in any of the forms in use; UTC, and never after ``LONGEST_WAIT``."""
    if not value:
        return None
    try:
        if value.isdigit():
            at = datetime.fromtimestamp(int(value), UTC)
        else:
            at = datetime.fromisoformat(value)
        return _soon(at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC))
    except (ValueError, OverflowError, OSError):
        return None


def retry_after(response: Response) -> datetime | None:
    """Read Retry-After (seconds or an HTTP date); UTC, never after ``LONGEST_WAIT``. RFC 9110, 10.2.3."""
    value = response.headers.get("Retry-After")
    if not value:
        return None
    try:
        if value.isdigit():
            return _soon(datetime.fromtimestamp(now().timestamp() + int(value), UTC))
        return _soon(parsedate_to_datetime(value).astimezone(UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _soon(at: datetime) -> datetime:
    return min(at, now() + LONGEST_WAIT)


def host(url: str) -> str:
    try:
        return httpx.URL(url).netloc.decode() or url
    except httpx.InvalidURL:
        return url


def _plain(error: Exception) -> str:
    return str(error).rstrip(".") or type(error).__name__
