"""Which words are there to translate, and which are translated? Writes the Welsh file and what Qt reads of it.

`make translations`: Qt's lupdate gathers every sentence of desktop/ and of the triage rules into bluelamp_cy.ts, keeping
what is translated; lrelease makes bluelamp_cy.qm of what is finished. Both files are kept in the repository.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WELSH = ROOT / "resources" / "translations" / "bluelamp_cy.ts"
TOOLS = Path(sys.executable).parent


def gather(ts: Path) -> None:
    """Bring ``ts`` up to the sources: what is new is unfinished, what is gone is dropped."""
    with tempfile.TemporaryDirectory() as folder:
        triage = Path(folder, "triage.py")
        triage.write_text("\n".join(f'translate("Triage", {words!r})' for words in triage_words()), "utf-8")
        sources = Path(folder, "sources.lst")
        sources.write_text("\n".join(map(str, [*_python(), triage])), "utf-8")
        options = ["-no-obsolete", "-locations", "none", "-sort-messages", "-target-language", "cy"]
        _run("pyside6-lupdate", *options, f"@{sources}", "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Make of ``ts`` what Qt reads; what is unfinished is left out and stays English."""
    _run("pyside6-lrelease", "-nounfinished", str(ts), "-qm", str(qm))


def triage_words() -> list[str]:
    """The reasons and the languages of the triage rules: they are shown beside the public's messages."""
    found = (
        words for file in sorted((ROOT / "resources" / "triage").glob("*.toml")) for words in _said(file)
    )
    return sorted(set(found))


def _said(file: Path) -> Iterator[str]:
    for tables in tomllib.loads(file.read_text("utf-8")).values():
        for table in tables if isinstance(tables, list) else ():
            yield from (table[key] for key in ("why", "name") if key in table)


def _python() -> list[Path]:
    files = sorted((ROOT / "desktop").rglob("*.py"))
    return [file for file in files if "migrations" not in file.parts]


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    WELSH.parent.mkdir(exist_ok=True)
    gather(WELSH)
    release(WELSH, WELSH.with_suffix(".qm"))
    text = WELSH.read_text("utf-8")
    words, unfinished = text.count("<message"), text.count('type="unfinished"')
    print(f"{words - unfinished:,} of {words:,} sentences are in Welsh; {unfinished:,} are shown in English.")
