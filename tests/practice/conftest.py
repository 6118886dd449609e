from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.practice.server import PracticeNetwork
from tests.practice.client import Client, Consent


@pytest.fixture
def force(practice: PracticeNetwork) -> Iterator[Client]:
    client = Client(practice)
    yield client
    client.http.close()


@pytest.fixture
def consent(practice: PracticeNetwork) -> Iterator[Consent]:
    practice.add_account("force", "A Force")
    consent = Consent(practice)
    yield consent
    consent.close()
