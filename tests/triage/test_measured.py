"""The rules on sets that lie beside the project: they do not get worse unseen. The validation set is not touched."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from desktop.triage.engine import assess

DATA = Path(__file__).parents[3] / "shared" / "data" / "triage"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the triage sets do not lie beside the project")


def rows(*parts: str) -> list[dict[str, str]]:
    with DATA.joinpath(*parts).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def red(some: list[dict[str, str]]) -> float:
    return sum(assess(row["text"]).life_at_risk for row in some) / len(some)


def test_on_the_set_the_rules_were_written_beside() -> None:
    judged = rows("dev.csv")
    assert red([row for row in judged if row["priority"] == "emergency"]) >= 0.6
    assert red([row for row in judged if row["priority"] != "emergency"]) <= 0.03


def test_other_languages_go_to_a_person_first() -> None:
    foreign = [row for row in rows("dev.csv") if row["lang"] not in ("en", "zxx")]
    calm = [row["text"] for row in foreign if assess(row["text"]).priority in ("routine", "none")]
    assert len(calm) <= 0.05 * len(foreign), calm


def test_everyday_text_speak_alarms_hardly_ever() -> None:
    assert red([row for row in rows("public", "sms_everyday.csv") if row["label"] == "ham"]) <= 0.005
