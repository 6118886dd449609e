"""What do the rules say of every message in a file, and where it is labelled, how often are they right?"""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from desktop.errors import Refused
from desktop.triage import labelled, reading, rules
from desktop.triage.engine import Judgement, assess
from desktop.triage.reading import Row

COLUMNS = ("id", "priority", "threat", "harm", "risk", "category", "reasons", "version")
HONEST = (
    "The rules find what is said outright and miss most of what is told in other words: 55% of the emergencies in"
    " the validation set, and rules like these missed nine in ten of those written by other hands (docs/triage.md)."
    " People must read every message."
)

Judged = tuple[Row, Judgement]


def run_file(file: Path, scores: Path | None) -> str:
    """Judge every message of ``file``, write them to ``scores`` if given, and return the report.

    Raises Refused where the file cannot be read or the scores cannot be written.
    """
    held = reading.messages(file)
    began = time.perf_counter()
    judged = [(row, assess(row.text, kind=row.kind, reply_to=row.reply_to)) for row in held.rows]
    seconds = time.perf_counter() - began
    if scores is not None:
        write(scores, judged)
    lines = [
        f"{file.name}: {len(judged):,} messages, {rules.book().version}, {seconds:.1f} s",
        *held.remarks,
        _counts(judged),
    ]
    if held.labelled:
        lines += ["", *labelled.figures(judged)]
    if scores is not None:
        lines += ["", f"Each message's judgement is in {scores}."]
    return "\n".join([*lines, "", HONEST])


def write(scores: Path, judged: Sequence[Judged]) -> None:
    """Write one line a message: UTF-8 with its mark, so that spreadsheets show accents and emoji."""
    try:
        with scores.open("w", encoding="utf-8-sig", errors="replace", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(COLUMNS)
            writer.writerows(_line(row, found) for row, found in judged)
    except OSError as error:
        raise Refused(
            f"{scores} cannot be written ({error.strerror}). Close it elsewhere, or name another file."
        ) from error


def _line(row: Row, found: Judgement) -> tuple[str | int, ...]:
    reasons = "; ".join(f"{one.rule} [{one.flag or '-'}]: {one.words}" for one in found.reasons)
    return (
        _cell(row.id), found.priority, int(found.threat), int(found.harm), int(found.risk),
        found.category, _cell(reasons), found.version,
    )  # fmt: skip


def _cell(text: str) -> str:
    """Return the text so that a spreadsheet takes it for text: the public's words must never be a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _counts(judged: Sequence[Judged]) -> str:
    counts = Counter(found.priority for _, found in judged)
    return (
        f"Red (emergency) {counts['emergency']:,}, amber (urgent) {counts['urgent']:,},"
        f" routine {counts['routine']:,}, none {counts['none']:,}"
    )
