from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import keyring
import keyring.backend
import keyring.errors
import pytest
from keyring.backends import chainer, fail, null
from keyrings.alt.file import PlaintextKeyring  # type: ignore[import-untyped]  # publishes no types

from desktop.errors import Refused
from desktop.vault import FileKeys, Keys, MemoryKeys, Vault, keyring_trouble, seal


@pytest.fixture(params=["memory", "file"])
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> Keys:
    return MemoryKeys() if request.param == "memory" else FileKeys(tmp_path / "practice-keys.json")


class TestVault:
    def test_what_is_sealed_opens(self, keys: Keys) -> None:
        vault = Vault(keys=keys)
        sealed = seal("a token ñ 🔵", vault.public_key())
        assert b"token" not in sealed
        assert vault.open(sealed) == "a token ñ 🔵"

    def test_the_key_outlives_the_process(self, keys: Keys) -> None:
        sealed = seal("a token", Vault(keys=keys).public_key())
        assert Vault(keys=keys).open(sealed) == "a token"

    def test_the_private_key_fits_a_windows_credential(self) -> None:
        keys = MemoryKeys()
        Vault(keys=keys).public_key()
        kept = keys.get_password("bluelamp", "publisher-key")
        assert kept is not None and len(kept.encode("utf-16")) < 2560

    def test_another_machines_token_is_refused(self, keys: Keys) -> None:
        sealed = seal("a token", Vault(keys=MemoryKeys()).public_key())
        vault = Vault(keys=keys)
        vault.public_key()
        with pytest.raises(Refused, match="Connect the account again"):
            vault.open(sealed)

    def test_a_machine_without_the_key_makes_none_to_open(self) -> None:
        keys = MemoryKeys()
        sealed = seal("a token", Vault(keys=MemoryKeys()).public_key())
        with pytest.raises(Refused, match="does not hold the key"):
            Vault(keys=keys).open(sealed)
        assert keys.get_password("bluelamp", "publisher-key") is None

    @pytest.mark.parametrize("sealed", [b"", b"short", b"x" * 100])
    def test_what_was_never_sealed_is_refused(self, sealed: bytes) -> None:
        vault = Vault(keys=MemoryKeys())
        vault.public_key()
        with pytest.raises(Refused):
            vault.open(sealed)

    @pytest.mark.parametrize("key", ["", "zz", "00" * 31])
    def test_a_wrong_public_key_is_refused(self, key: str) -> None:
        with pytest.raises(Refused, match="not valid"):
            seal("a token", key)

    def test_only_its_owner_reads_the_practice_file(self, tmp_path: Path) -> None:
        file = tmp_path / "keys.json"
        Vault(keys=FileKeys(file)).public_key()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def made(backend: Any) -> Any:
    """Make a backend: keyring publishes no types for making one."""
    return backend()


class Forgetful:
    """Takes a key and does not keep it."""

    def get_password(self, service: str, username: str, /) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str, /) -> None: ...


class TestKeyring:
    """The machine's own keyring, with each backend that is none."""

    @pytest.fixture(autouse=True)
    def leave_as_it_was(self) -> object:
        before = keyring.get_keyring()
        yield
        keyring.set_keyring(before)

    @pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, PlaintextKeyring])
    def test_what_keeps_nothing_or_in_clear_is_refused(
        self, backend: type[keyring.backend.KeyringBackend]
    ) -> None:
        keyring.set_keyring(backend())
        assert "try again" in keyring_trouble()
        with pytest.raises(Refused, match="try again"):
            Vault().public_key()

    def test_nothing_in_a_chain_falls_back_to_clear_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        chain = made(chainer.ChainerBackend)
        monkeypatch.setattr(chainer.ChainerBackend, "backends", [PlaintextKeyring(), made(fail.Keyring)])
        keyring.set_keyring(chain)
        assert keyring_trouble() != ""

    def test_on_linux_it_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.platform", "linux")
        keyring.set_keyring(made(fail.Keyring))
        assert "Install and unlock GNOME Keyring or KWallet" in keyring_trouble()

    def test_on_windows_it_names_the_service(self, monkeypatch: pytest.MonkeyPatch) -> None:
        keyring.set_keyring(made(fail.Keyring))
        monkeypatch.setattr("sys.platform", "win32")
        assert "Start the Credential Manager service" in keyring_trouble()

    def test_a_keyring_that_forgets_is_found_out(self) -> None:
        with pytest.raises(Refused, match="did not keep the key"):
            Vault(keys=Forgetful()).public_key()
