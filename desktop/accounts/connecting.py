"""How does a person connect an account: by the network's own sign-in, sealed before it is stored?

All of it speaks to the network: run it off the interface thread. Nothing is asked of a network until this
machine is known to be able to keep the token.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from desktop.accounts import rows
from desktop.accounts.rows import AccountRow
from desktop.models import Act, Actor
from desktop.models.database import Database
from desktop.networks.protocol import Health, NetworkName
from desktop.vault import Vault

if TYPE_CHECKING:
    from desktop.networks.mastodon_auth import Authorisation

BROWSER_SECONDS = 300.0


def connect_bluesky(
    database: Database, vault: Vault, by: Actor, *, server: str, identifier: str, app_password: str
) -> AccountRow:
    """Sign in with an app password and store the account; its notes say whether direct messages come too.

    Raises ``Refused`` for what the person can put right, a machine without a keyring included.
    """
    from desktop.networks.bluesky import sign_in
    from desktop.networks.bluesky_session import address

    public_key = _ready(vault, by)
    credentials, health = sign_in(server, identifier, app_password)
    return _store(database, by, health, NetworkName.BLUESKY, address(server), credentials, public_key)


def connect_mastodon(
    database: Database,
    vault: Vault,
    by: Actor,
    *,
    server: str,
    open_browser: Callable[[str], object],
    seconds: float = BROWSER_SECONDS,
    came: Event | None = None,
) -> AccountRow:
    """Let the person allow it in the browser, which brings the code back to this machine; store the account.

    ``open_browser`` is given the page's address; ``seconds`` is how long the person may take. Setting ``came``
    gives up: ``Refused``, and nothing is stored.
    """
    from desktop.networks import mastodon_auth

    _ready(vault, by)
    with mastodon_auth.LoopbackRedirect(came) as redirect:
        begun = mastodon_auth.begin(server, redirect.uri)
        open_browser(begun.url)
        code = redirect.wait(begun.state, seconds)
    return finish_mastodon(database, vault, by, begun, code)


def begin_mastodon(vault: Vault, by: Actor, *, server: str) -> Authorisation:
    """Begin the way without a redirect: the page (``url``) shows a code, which the person types in."""
    from desktop.networks import mastodon_auth

    _ready(vault, by)
    return mastodon_auth.begin(server)


def finish_mastodon(
    database: Database, vault: Vault, by: Actor, begun: Authorisation, code: str
) -> AccountRow:
    """Change the code for a token, exercise it and store the account."""
    from desktop.networks import mastodon_auth

    public_key = _ready(vault, by)
    credentials, health = mastodon_auth.finish(begun, code)
    return _store(database, by, health, NetworkName.MASTODON, begun.server, credentials, public_key)


def _ready(vault: Vault, by: Actor) -> str:
    """Return the key to seal to; raises ``Refused`` before any password or code goes anywhere."""
    by.require(Act.MANAGE)
    return vault.public_key()


def _store(
    database: Database,
    by: Actor,
    health: Health,
    network: NetworkName,
    server: str,
    credentials: str,
    public_key: str,
) -> AccountRow:
    with database.session() as session:
        return rows.save(session, by, health, network, server, credentials, public_key)
