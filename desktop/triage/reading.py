"""Which messages does a CSV file hold, however it was saved?"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import Refused
from desktop.triage.rules import FLAGS, PRIORITIES

_LONGEST = 10_000_000  # characters of one field; Python's own limit would refuse a long message


@dataclass(frozen=True)
class Row:
    id: str
    text: str
    kind: str = "mention"
    reply_to: str = ""
    priority: str = ""  # as a person labelled it
    flags: Mapping[str, bool] = field(default_factory=dict)  # as labelled; absent where not


@dataclass(frozen=True)
class Messages:
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]  # what to say about how the file was read

    @property
    def labelled(self) -> bool:
        return bool(self.rows) and all(row.priority for row in self.rows)


def messages(file: Path) -> Messages:
    """Return the messages of a CSV file with the columns id and text.

    Raises Refused with what to do: no such file, not text, columns missing, nothing in it.
    """
    text, remarks = _decoded(file)
    csv.field_size_limit(_LONGEST)
    try:
        lines = csv.DictReader(io.StringIO(text, newline=""), strict=False)
        columns = [(name or "").strip().lower() for name in lines.fieldnames or ()]
        lines.fieldnames = columns
        _require(file, columns)
        stored = [line for line in lines if any(isinstance(value, str) and value for value in line.values())]
    except csv.Error as error:
        raise Refused(f"{file} cannot be read as CSV ({error}). Save it again as CSV, UTF-8.") from error
    if not stored:
        raise Refused(f"{file} has its heading but no messages. Add a line for each message.")
    rows = tuple(_row(line, number) for number, line in enumerate(stored, start=2))
    return Messages(rows, (*remarks, *_unlabelled(rows)))


def _decoded(file: Path) -> tuple[str, tuple[str, ...]]:
    try:
        raw = file.read_bytes()
    except FileNotFoundError as error:
        raise Refused(f"There is no file {file}. Check its name and folder.") from error
    except OSError as error:
        raise Refused(
            f"{file} cannot be opened ({error.strerror}). Close it elsewhere, or copy it."
        ) from error
    if not raw.strip():
        raise Refused(f"{file} is empty. It needs the columns id and text, and a line for each message.")
    if b"\0" in raw:
        raise Refused(f"{file} is not a CSV file in UTF-8. In Excel: Save As, CSV UTF-8 (Comma delimited).")
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        said = "Read as Windows-1252: the file is not UTF-8. Check that accents and emoji came out right."
        return raw.decode("cp1252"), (said,)
    except UnicodeDecodeError as error:
        raise Refused(f"{file} is neither UTF-8 nor Windows-1252. Save it as CSV UTF-8.") from error


def _require(file: Path, columns: list[str]) -> None:
    if missing := [name for name in ("id", "text") if name not in columns]:
        found = ", ".join(name for name in columns if name) or "none"
        raise Refused(
            f"{file} has no column {' and no column '.join(missing)}. The first line must name the columns"
            f" id and text, separated by commas; it names: {found[:200]}."
        )


def _row(line: Mapping[str, str | None], number: int) -> Row:
    def value(name: str) -> str:
        return line.get(name) or ""

    priority = value("priority").strip().lower()
    flags = {name: value(name).strip() == "1" for name in FLAGS if value(name).strip() in ("0", "1")}
    return Row(
        value("id") or f"line {number}", value("text"), value("kind").strip().lower() or "mention",
        value("reply_to"), priority if priority in PRIORITIES else "", flags,
    )  # fmt: skip


def _unlabelled(rows: tuple[Row, ...]) -> tuple[str, ...]:
    without = sum(1 for row in rows if not row.priority)
    if without in (0, len(rows)):
        return ()
    return (f"{without} of {len(rows)} lines have no priority that is known: nothing is measured.",)
