"""Three hundred accounts, or a book pasted by mistake: nothing is lost, nothing is counted or drawn three hundred times."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.accounts.rows import AccountRow
from desktop.models import AccountState
from desktop.networks.protocol import NetworkName
from desktop.publishing import rules
from desktop.publishing.drafting import DraftBody
from desktop.views import compose_form, previews
from desktop.views.compose_form import Form
from desktop.views.compose_texts import OwnText, Texts
from desktop.views.previews import Preview, PreviewList
from tests.views.publishing_desk import BLUESKY, MASTODON, ZONE

BOOK = "word 😀 https://example.com/x @a@b.c " * 3000


def account(number: int) -> AccountRow:
    able = MASTODON if number % 2 else BLUESKY
    return AccountRow(
        number, able.network, "https://social.example", f"@force{number}", "Force", "", AccountState.CONNECTED, None, None,
        "", None, False, None, None, None, able, None, "",
    )  # fmt: skip


def test_a_tab_shows_the_shared_text_when_it_is_turned_to(qtbot: QtBot) -> None:
    texts = Texts()
    qtbot.addWidget(texts)
    texts.set_accounts([(1, "@one"), (2, "@two")])
    texts.shared.insertPlainText("Said to all")
    assert texts.text_of(1) == "Said to all"
    assert texts.turn_to(2).toPlainText() == "Said to all"
    tab = texts.currentWidget()
    assert isinstance(tab, OwnText)
    tab.switch.click()
    tab.edit.insertPlainText("Own: ")
    texts.turn_to(0)
    texts.shared.insertPlainText(" and more")
    assert texts.variants()[2] is not None and texts.turn_to(2).toPlainText() == texts.variants()[2]
    assert texts.turn_to(1).toPlainText() == "Said to all and more"


def test_previews_beyond_one_turn_are_drawn_in_the_next(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = PreviewList()
    qtbot.addWidget(shown)
    monkeypatch.setattr(previews, "AT_ONCE", 0)
    wanted = [Preview(NetworkName.MASTODON, f"@{n}", "", f"Text {n}") for n in range(30)]
    shown.show_previews(wanted)
    monkeypatch.setattr(previews, "AT_ONCE", 0.03)
    qtbot.waitUntil(lambda: all(not card.isHidden() for card in shown._cards))
    assert [card.text.toPlainText() for card in shown._cards] == [f"Text {n}" for n in range(30)]


def test_each_rule_counts_a_text_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    form, counted = Form(ZONE), []
    qtbot.addWidget(form)
    count: Callable[..., rules.Count] = rules.count

    def once(text: str, able: object) -> rules.Count:
        counted.append(text)
        return count(text, able)

    monkeypatch.setattr(rules, "count", once)
    rows = [account(number) for number in range(1, 41)]
    form.show_body(DraftBody(text="Short", accounts=tuple(range(1, 41))), rows)
    assert counted == ["Short"] * 2  # Mastodon's rule and Bluesky's
    counted.clear()
    form.texts.shared.insertPlainText(BOOK)
    assert counted == []
    assert form.body().text.startswith("word") or form.body().text.endswith("Short")
    assert len(form.previews()[0].text) == compose_form.DRAWN + 1
