"""How do we speak HTTP? The only module that imports httpx, so that a later move is one line."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

import httpx
import truststore

from desktop import __version__
from desktop.clock import now
from desktop.errors import Doubt, Unavailable
from desktop.words import translate

Response = httpx.Response
Transport = httpx.BaseTransport
USER_AGENT = f"BlueLamp/{__version__}"


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
        return http.request(
            method, url, headers=headers, params=params, json=json, data=data, files=files, content=content
        )
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
    except httpx.TransportError as error:
        raise Unavailable(
            translate("Network", "The connection to {host} broke: {fault}.").format(
                host=host(url), fault=_plain(error)
            ),
            doubt=Doubt.CUT,
        ) from error
    except httpx.InvalidURL as error:
        raise Unavailable(translate("Network", "{url!r} is not a web address.").format(url=url)) from error


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
    """Read a reset header in any of the forms in use; UTC."""
    if not value:
        return None
    try:
        if value.isdigit():
            return datetime.fromtimestamp(int(value), UTC)
        at = datetime.fromisoformat(value)
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError, OSError):
        return None


def retry_after(response: Response) -> datetime | None:
    """Read Retry-After (seconds or an HTTP date); UTC. RFC 9110, 10.2.3."""
    value = response.headers.get("Retry-After")
    if not value:
        return None
    if value.isdigit():
        return datetime.fromtimestamp(now().timestamp() + min(int(value), 86400), UTC)
    try:
        return parsedate_to_datetime(value).astimezone(UTC)
    except ValueError:
        return None


def host(url: str) -> str:
    try:
        return httpx.URL(url).netloc.decode() or url
    except httpx.InvalidURL:
        return url


def _plain(error: Exception) -> str:
    return str(error).rstrip(".") or type(error).__name__
