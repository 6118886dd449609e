"""The network in memory that the inbox's tests read."""

from tests.inbox.conftest import connectors, public, read_account, vault

__all__ = ["connectors", "public", "read_account", "vault"]
