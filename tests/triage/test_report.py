"""`bluelamp triage`: what it reads, writes, measures and refuses."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.errors import Refused
from desktop.triage import report, rules
from desktop.triage.engine import assess
from desktop.triage.labelled import Share
from desktop.triage.reading import Row

LABELLED = """id,text,priority,threat,harm,risk
1,he's got a knife,emergency,1,0,1
2,"She went in for a swim, an hour ago",emergency,0,0,1
3,lovely sunset,none,0,0,0
4,my ex keeps threatening me,urgent,1,0,1
"""


def saved(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "messages.csv"
    file.write_bytes(text.encode(encoding))
    return file


def scored(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


class TestScores:
    def test_one_line_a_message(self, tmp_path: Path) -> None:
        out = tmp_path / "out.csv"
        said = report.run_file(saved(tmp_path, LABELLED), out)
        first, second, *_ = scored(out)
        assert tuple(first) == report.COLUMNS
        assert (first["id"], first["priority"], first["threat"], first["harm"]) == (
            "1",
            "emergency",
            "1",
            "0",
        )
        assert "he's got a knife" in first["reasons"]
        assert first["version"] == rules.book().version
        assert second["priority"] == "routine"
        assert str(out) in said

    def test_the_public_s_words_are_never_a_formula(self, tmp_path: Path) -> None:
        out = tmp_path / "out.csv"
        report.run_file(saved(tmp_path, 'id,text\n=1+1,"hello"\n'), out)
        assert scored(out)[0]["id"] == "'=1+1"

    def test_half_a_character_does_not_stop_it(self, tmp_path: Path) -> None:
        out = tmp_path / "out.csv"
        report.write(out, [(Row("\ud800", "x"), assess("\ud800 he's got a knife"))])
        assert scored(out)[0]["id"] == "?"

    def test_where_they_cannot_be_written(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="cannot be written"):
            report.run_file(saved(tmp_path, LABELLED), tmp_path)

    def test_the_kind_and_what_is_answered_count(self, tmp_path: Path) -> None:
        out = tmp_path / "out.csv"
        lines = "id,text,kind,reply_to\n1,yes,direct,Are you in danger?\n2,yes,,\n"
        report.run_file(saved(tmp_path, lines), out)
        assert [line["priority"] for line in scored(out)] == ["emergency", "routine"]


class TestMeasured:
    def test_recall_alarms_and_every_miss(self, tmp_path: Path) -> None:
        said = report.run_file(saved(tmp_path, LABELLED), None)
        assert "Emergencies that were red:           1 of 2 = 50.0%" in said
        assert "Other messages that were red:        0 of 2" in said
        assert "Other messages that were red or amber: 1 of 2" in said
        assert "Missed emergencies: 1" in said
        assert "2: She went in for a swim, an hour ago" in said
        assert report.HONEST in said

    def test_the_interval_is_wilson_s(self) -> None:
        low, high = Share(8, 10).interval
        assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)
        assert Share(0, 0).interval == (0.0, 1.0)
        assert Share(0, 20).interval[0] == 0.0

    def test_without_labels_nothing_is_measured(self, tmp_path: Path) -> None:
        said = report.run_file(saved(tmp_path, "id,text\n1,hello there\n"), None)
        assert "Emergencies" not in said
        assert "1 messages" in said

    def test_half_a_set_of_labels_is_said(self, tmp_path: Path) -> None:
        said = report.run_file(saved(tmp_path, "id,text,priority\n1,a b,none\n2,c d,\n"), None)
        assert "1 of 2 lines have no priority" in said
        assert "Missed" not in said


class TestReading:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
    def test_utf8_with_or_without_its_mark(self, tmp_path: Path, encoding: str) -> None:
        out = tmp_path / "out.csv"
        said = report.run_file(saved(tmp_path, "id,text\n1,pomocy mąż ma nóż\n", encoding), out)
        assert scored(out)[0]["priority"] == "emergency"
        assert "1252" not in said

    def test_windows_1252_is_read_and_said(self, tmp_path: Path) -> None:
        out = tmp_path / "out.csv"
        said = report.run_file(saved(tmp_path, "id,text\n1,he’s got a knife – café\n", "cp1252"), out)
        assert scored(out)[0]["priority"] == "emergency"
        assert "Windows-1252" in said

    def test_columns_in_any_order_and_case_with_others_between(self, tmp_path: Path) -> None:
        out = tmp_path / "out.csv"
        report.run_file(saved(tmp_path, "Text,notes, ID \nhe's got a knife,x,7\n"), out)
        assert scored(out)[0]["id"] == "7"

    def test_a_message_of_many_lines_and_of_a_megabyte(self, tmp_path: Path) -> None:
        out = tmp_path / "out.csv"
        long = "a line\n" * 150_000
        report.run_file(saved(tmp_path, f'id,text\n1,"{long}he\'s got a knife"\n'), out)
        assert scored(out)[0]["priority"] == "emergency"

    @pytest.mark.parametrize(
        ("text", "encoding", "said"),
        [
            ("", "utf-8", "is empty"),
            ("id,text\n", "utf-8", "no messages"),
            ("id,message\n1,x\n", "utf-8", "no column text"),
            ("a;b\n1;x\n", "utf-8", "no column id and no column text"),
            ("id,text\n1,x\n", "utf-16", "CSV UTF-8"),
            ("id,text\n1,\x00\n", "utf-8", "CSV UTF-8"),
        ],
    )
    def test_what_is_refused_says_what_to_do(
        self, tmp_path: Path, text: str, encoding: str, said: str
    ) -> None:
        with pytest.raises(Refused, match=said):
            report.run_file(saved(tmp_path, text, encoding), None)

    def test_a_file_in_no_known_encoding(self, tmp_path: Path) -> None:
        file = tmp_path / "messages.csv"
        file.write_bytes(b"id,text\n1,\x81\x8d\n")
        with pytest.raises(Refused, match="neither UTF-8"):
            report.run_file(file, None)

    def test_no_such_file(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="There is no file"):
            report.run_file(tmp_path / "nothing.csv", None)

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="cannot be opened"):
            report.run_file(tmp_path, None)


def test_the_command_prints_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["triage", str(saved(tmp_path, LABELLED))]) == 0
    assert "Missed emergencies: 1" in capsys.readouterr().out


def test_the_command_says_what_was_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["triage", str(tmp_path / "nothing.csv")]) == 1
    assert "There is no file" in capsys.readouterr().err
