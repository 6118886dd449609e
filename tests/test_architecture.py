"""The house's layers, as sentences that run (see docs/decisions and the design)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "desktop"
ROOMS = {"publishing", "inbox", "triage", "contact_centre", "records", "accounts"}
BELOW = ROOMS | {"models", "networks"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(file: Path) -> set[str]:
    """All that a file imports anywhere, type-checking blocks included; relative imports are not used."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports relative to itself"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def uses(file: Path, *packages: str) -> set[str]:
    return {
        name
        for name in imports(file)
        for package in packages
        if name == package or name.startswith(package + ".")
    }


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(PACKAGE)))
class TestLayers:
    def test_widgets_only_in_views_and_app(self, file: Path) -> None:
        # The walkthrough plays the people who use the window.
        if room(file) not in {"views", "app", "walkthrough"}:
            assert not uses(file, "PySide6.QtWidgets", "PySide6.QtGui")

    def test_qt_stays_above_the_rooms(self, file: Path) -> None:
        if room(file) in BELOW | {"practice", "worker", "clock", "errors", "vault", "heartbeat", "config"}:
            assert not uses(file, "PySide6")

    def test_views_ask_the_rooms(self, file: Path) -> None:
        if room(file) == "views":
            assert not uses(file, "sqlalchemy", "httpx", "alembic", "desktop.networks.http")

    def test_nothing_below_looks_up(self, file: Path) -> None:
        if room(file) in BELOW:
            assert not uses(file, "desktop.views", "desktop.app", "desktop.worker", "desktop.practice")

    def test_models_know_no_room(self, file: Path) -> None:
        if room(file) == "models":
            assert not uses(file, *(f"desktop.{name}" for name in ROOMS))

    def test_networks_know_no_database(self, file: Path) -> None:
        if room(file) == "networks":
            assert not uses(file, "sqlalchemy", "desktop.models", *(f"desktop.{name}" for name in ROOMS))

    def test_triage_is_pure(self, file: Path) -> None:
        if room(file) == "triage":
            assert not uses(file, "sqlalchemy", "httpx", "desktop.networks", "desktop.inbox")

    def test_httpx_has_one_door(self, file: Path) -> None:
        if file != PACKAGE / "networks" / "http.py":
            assert not uses(file, "httpx")

    def test_keyring_has_one_door(self, file: Path) -> None:
        if file != PACKAGE / "vault.py":
            assert not uses(file, "keyring")

    def test_no_drawers(self, file: Path) -> None:
        drawers = {"utils", "helpers", "common", "core", "manager", "controller", "misc"}
        assert not drawers & set(file.relative_to(PACKAGE).with_suffix("").parts)

    def test_every_module_says_what_it_answers(self, file: Path) -> None:
        assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))), f"{file} has no docstring"
