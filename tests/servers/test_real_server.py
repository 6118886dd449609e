"""A real server that cannot be installed is told, one that dies fails loudly, none outlives its run."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.desk import until
from tests.servers.mastodon_network import MastodonNetwork
from tests.servers.real_server import NotInstalled, RealServer

pytestmark = [pytest.mark.server, pytest.mark.timeout(120, func_only=True)]

STARTED_AND_KILLED = """
import os, signal
from tests.servers.mastodon_network import MastodonNetwork
network = MastodonNetwork()
network.start()
print(network.port, network.data, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def network(snac: MastodonNetwork) -> Iterator[MastodonNetwork]:
    """One more, to be mistreated; skipped where the first was."""
    network = MastodonNetwork()
    yield network
    network.stop()


def test_it_starts_again_empty_on_the_same_ports(network: MastodonNetwork) -> None:
    for _ in range(2):
        network.start()
        assert [made["username"] for made in network.ready["accounts"]] == ["alice"]
        network.account()
        network.stop()
        assert not listens(network.port) and not network.data.exists()


def test_two_at_once_share_nothing(snac: MastodonNetwork, network: MastodonNetwork) -> None:
    network.start()
    assert abs(network.port - snac.port) >= snac.ports and network.data != snac.data


def test_one_that_dies_fails_with_its_last_words(network: MastodonNetwork) -> None:
    network.start()
    network.must_run()
    [snac] = [pid for pid in children(network) if "httpd" in command(pid)]
    os.kill(snac, signal.SIGKILL)
    until(lambda: died(network))
    with pytest.raises(AssertionError, match=r"(?s)snac stopped by itself \(exit \d+\).*READY"):
        network.must_run()


def test_one_that_does_not_boot_fails_with_its_last_words(network: MastodonNetwork) -> None:
    network.data.mkdir()
    (network.data / "not-ours").touch()
    with pytest.raises(AssertionError, match=r"(?s)snac did not start.*is not ours; not emptying it"):
        network.start()


def test_one_that_cannot_be_installed_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Elsewhere(RealServer):
        name, folder_name, variables, first_port = "elsewhere", "elsewhere", "ELSE", 41400

    monkeypatch.setenv("BLUELAMP_SERVERS", str(tmp_path))
    with pytest.raises(NotInstalled, match="elsewhere could not be installed"):
        Elsewhere().install()
    (tmp_path / "elsewhere").mkdir()
    start = tmp_path / "elsewhere" / "start"
    start.write_text("#!/bin/sh\necho 'no registry answers' >&2\nexit 1\n")
    start.chmod(0o755)
    with pytest.raises(NotInstalled, match="elsewhere could not be installed: no registry answers"):
        Elsewhere().install()


@pytest.mark.usefixtures("snac")
def test_a_run_that_is_killed_leaves_none_behind() -> None:
    killed = subprocess.run(
        [sys.executable, "-c", STARTED_AND_KILLED],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    port, data = killed.stdout.split()
    until(lambda: not listens(int(port)) and not listens(int(port) + 1))
    shutil.rmtree(data)
    Path(f"{data}.log").unlink()


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True


def died(network: RealServer) -> bool:
    try:
        network.must_run()
    except AssertionError:
        return True
    return False


def children(network: RealServer) -> list[int]:
    assert network._process is not None
    pid = network._process.pid
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
