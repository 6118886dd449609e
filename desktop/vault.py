"""How are the accounts' tokens kept so that only a publisher can read them?

A token is sealed to the publisher's public key by whoever connects the account (an X25519 sealed
box); the private key stays in the operating system's keyring. This is the only caller of keyring.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from threading import Lock
from typing import Protocol

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from desktop.errors import Refused
from desktop.words import QT_TRANSLATE_NOOP, translate

_ENTRY = "publisher-key"
_NO_KEY = QT_TRANSLATE_NOOP(
    "Vault",
    "This computer does not hold the key that opens the accounts' tokens. Connect the account "
    "again here, or let the computer that publishes do it.",
)


class Keys(Protocol):
    """Where the private key is kept: the shape of the keyring module."""

    def get_password(self, service: str, username: str, /) -> str | None: ...

    def set_password(self, service: str, username: str, password: str, /) -> None: ...


class MemoryKeys:
    """Keys that are forgotten with the process: for tests and for a trial run."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self._kept.get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self._kept[f"{service}/{username}"] = password


class FileKeys:
    """Keys in a file that only its owner may read: for the practice workspace alone.

    The practice network's tokens are worth nothing. Real accounts never use this.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def get_password(self, service: str, username: str, /) -> str | None:
        value = self._read().get(f"{service}/{username}")
        return value if isinstance(value, str) else None

    def set_password(self, service: str, username: str, password: str, /) -> None:
        kept = self._read() | {f"{service}/{username}": password}
        fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(kept, file)
        fresh.replace(self._path)

    def _read(self) -> dict[str, object]:
        if not self._path.exists():
            return {}
        kept: dict[str, object] = json.loads(self._path.read_text())
        return kept


class KeyringKeys:
    """The operating system's own keyring; any that would store in clear is refused."""

    def get_password(self, service: str, username: str, /) -> str | None:
        import keyring.errors

        try:
            return _backend().get_password(service, username)
        except (keyring.errors.KeyringError, OSError) as error:
            raise Refused(_words(translate("Vault", "is locked or did not answer"))) from error

    def set_password(self, service: str, username: str, password: str, /) -> None:
        import keyring.errors

        try:
            _backend().set_password(service, username, password)
        except (keyring.errors.KeyringError, OSError) as error:
            raise Refused(_words(translate("Vault", "is locked or would not store the key"))) from error


class Vault:
    """The publisher's key pair. Safe to use from several threads."""

    def __init__(self, service: str = "bluelamp", keys: Keys | None = None) -> None:
        self._service = service
        self._keys = keys if keys is not None else KeyringKeys()
        self._lock = Lock()
        self._private: PrivateKey | None = None

    def public_key(self) -> str:
        """Return the public key in hex; the pair is made at the first use.

        Raises ``Refused``, saying what to do, on a machine without a working keyring.
        """
        with self._lock:
            key = self._key() or self._make()
        return bytes(key.public_key).hex()

    def open(self, sealed: bytes) -> str:
        """Return what was sealed to this machine's key; raises ``Refused`` where it cannot be opened."""
        with self._lock:
            key = self._key()
        if key is None:
            raise Refused(translate("Vault", _NO_KEY))
        try:
            return SealedBox(key).decrypt(sealed).decode()
        except (CryptoError, ValueError, TypeError) as error:
            raise Refused(translate("Vault", _NO_KEY)) from error

    def _key(self) -> PrivateKey | None:
        if self._private is None:
            kept = self._keys.get_password(self._service, _ENTRY)
            self._private = PrivateKey(bytes.fromhex(kept)) if kept else None
        return self._private

    def _make(self) -> PrivateKey:
        # Hex of 32 bytes: far below the 2,560 bytes of a Windows Credential Manager entry.
        self._keys.set_password(self._service, _ENTRY, bytes(PrivateKey.generate()).hex())
        # Read back, so that a keyring that forgets at once is found out before a token is sealed to it.
        made = self._key()
        if made is None:
            raise Refused(_words(translate("Vault", "did not keep the key")))
        return made


def seal(text: str, public_key: str) -> bytes:
    """Seal ``text`` so that only the holder of the private key of ``public_key`` (hex) can open it."""
    try:
        key = PublicKey(bytes.fromhex(public_key))
    except (ValueError, TypeError, CryptoError) as error:
        raise Refused(
            translate(
                "Vault",
                "The publisher's key is not valid. Open Blue Lamp on the computer that publishes, then try "
                "again.",
            )
        ) from error
    return SealedBox(key).encrypt(text.encode())


def keyring_trouble() -> str:
    """Say what is wrong with this machine's keyring and what to do; "" when it works."""
    try:
        KeyringKeys().get_password("bluelamp", _ENTRY)
    except Refused as refused:
        return refused.reason
    return ""


def _backend() -> Keys:
    # keyring is slow to import, and most processes that import this module never publish.
    import keyring

    chosen = keyring.get_keyring()
    for backend in getattr(chosen, "backends", None) or [chosen]:
        if _is_the_systems(type(backend).__module__):
            return backend  # type: ignore[no-any-return]  # getattr hides the chain's element type
    raise Refused(_words(translate("Vault", "is missing")))


def _is_the_systems(module: str) -> bool:
    # Not fail, null or the chain; and nothing of keyrings.alt, which stores in clear.
    return module.startswith("keyring.backends.") and module.rpartition(".")[2] not in {
        "fail",
        "null",
        "chainer",
    }


def _words(fault: str) -> str:
    if sys.platform == "win32":
        return translate(
            "Vault",
            "Windows Credential Manager {fault}. Start the Credential Manager service, then try again.",
        ).format(fault=fault)
    if sys.platform == "darwin":
        return translate(
            "Vault", "The login keychain {fault}. Unlock it in Keychain Access, then try again."
        ).format(fault=fault)
    return translate(
        "Vault",
        "This computer's keyring {fault}, so account tokens cannot be kept safely and nothing was "
        "stored. Install and unlock GNOME Keyring or KWallet, then try again.",
    ).format(fault=fault)
