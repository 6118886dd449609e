from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.errors import Refused
from desktop.inbox import conversations
from desktop.inbox.collecting import Collector
from desktop.inbox.listing import words_of
from desktop.inbox.rows import ConversationRow, Filter
from desktop.models import Actor, Attention, ConversationState
from desktop.models.database import Database
from tests.inbox.public import Public

Listed = Callable[..., list[ConversationRow]]


def snippets(rows: list[ConversationRow]) -> list[str]:
    return [row.snippet for row in rows]


@pytest.fixture
def filled(collector: Collector, public: Public) -> None:
    """Twenty routine conversations, an urgent one, and one in which a life is at risk."""
    for number in range(20):
        public.says(f"question {number}", thread=f"t{number}")
    public.says("a threat was made", thread="urgent", minutes=2.5)
    public.says("she took an overdose", thread="red", minutes=0.5)
    collector.run()


@pytest.mark.usefixtures("filled")
class TestOrder:
    def test_life_at_risk_then_attention_then_the_newest(self, listed: Listed) -> None:
        assert snippets(listed())[:4] == [
            "she took an overdose",
            "a threat was made",
            "question 19",
            "question 18",
        ]

    @pytest.mark.parametrize(
        "wanted",
        [
            Filter(state=ConversationState.CLOSED),
            Filter(owner="mine"),
            Filter(account_id=99),
            Filter(query="nothing holds these words"),
        ],
    )
    def test_no_filter_hides_life_at_risk(self, listed: Listed, wanted: Filter) -> None:
        assert snippets(listed(filter=wanted)) == ["she took an overdose"]

    def test_pages_follow_each_other(self, listed: Listed) -> None:
        rows = listed(limit=6)
        while page := listed(limit=6, before=rows[-1]):
            rows += page
        assert len(rows) == len({row.id for row in rows}) == 22
        assert rows == listed()

    def test_by_attention(self, listed: Listed) -> None:
        wanted = Filter(attention=Attention.URGENT)
        assert snippets(listed(filter=wanted)) == ["she took an overdose", "a threat was made"]

    def test_who_may_not_read_is_refused(self, database: Database, people: dict[str, Actor]) -> None:
        with pytest.raises(Refused), database.reading() as session:
            conversations.listing(session, by=people["admin"])


class TestSearch:
    @pytest.fixture(autouse=True)
    def said(self, collector: Collector, public: Public) -> None:
        public.says("Mae'r heol ar gau ger Caerdydd", thread="welsh")
        public.says("The café on Queen Street was robbed", thread="cafe")
        public.says("Is Queen Mary Street open?", thread="mary")
        public.says("robbed again!", thread="cafe")
        collector.run()

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("caerdydd", ["Mae'r heol ar gau ger Caerdydd"]),
            ("cafe", ["The café on Queen Street was robbed"]),
            ("queen street", ["Is Queen Mary Street open?", "The café on Queen Street was robbed"]),
            ('"queen street"', ["The café on Queen Street was robbed"]),
            ('"queen street', ["The café on Queen Street was robbed"]),
            ("que", ["Is Queen Mary Street open?", "The café on Queen Street was robbed"]),
            ("robbed", ["robbed again!"]),
            ("mae'r", ["Mae'r heol ar gau ger Caerdydd"]),
            ("nothing", []),
            ("!!! --", []),
            ('AND OR NOT ("', []),
            ("🔥", []),
        ],
    )
    def test_words_are_found(self, listed: Listed, query: str, found: list[str]) -> None:
        assert snippets(listed(filter=Filter(query=query))) == found

    def test_pages_follow_each_other(self, collector: Collector, public: Public, listed: Listed) -> None:
        for number in range(9):
            public.says(f"robbed {number}", thread=f"t{number % 5}")
        collector.run()
        wanted = Filter(query="robbed")
        rows = listed(filter=wanted, limit=2)
        while page := listed(filter=wanted, limit=2, before=rows[-1]):
            rows += page
        assert [row.id for row in rows] == [row.id for row in listed(filter=wanted)]
        assert len(rows) == len({row.id for row in rows}) == 6

    def test_the_query_is_quoted(self) -> None:
        assert words_of('foo "bar baz" NEAR(x)') == '"foo" "bar baz" "NEAR(x)"*'
