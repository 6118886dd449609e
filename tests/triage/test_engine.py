"""What the engine makes of one message: priority, flags, reasons, context, languages, and what it cannot read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.triage import rules
from desktop.triage.engine import Judgement, assess
from desktop.triage.patterns import Pattern
from desktop.triage.rules import PRIORITIES, Rule
from tests.triage.rubbish import RUBBISH


def quoted(text: str, rule: str) -> str:
    """The words that set the rule off, taken out of the text by their place."""
    reason = next(reason for reason in assess(text).reasons if reason.rule == rule)
    assert text[reason.start : reason.end] == reason.words
    return reason.words


class TestReasons:
    def test_the_words_are_the_writer_s_own(self) -> None:
        assert quoted("omg HE’S GOT A KNIFE help", "weapon-now") == "HE’S GOT A KNIFE"

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("👮🏽‍♀️🏳️‍🌈 hes got a knife", "hes got a knife"),
            ("السلام he has got a knife", "he has got a knife"),
            ("caf\u0065\u0301 he's got a kni\u200bfe now", "he's got a kni\u200bfe"),
            ("ｈｅ ｈａｓ ｇｏｔ ａ ｋｎｉｆｅ", "ｈｅ ｈａｓ ｇｏｔ ａ ｋｎｉｆｅ"),
            ("𝐡𝐞 𝐡𝐚𝐬 𝐠𝐨𝐭 𝐚 𝐤𝐧𝐢𝐟𝐞", "𝐡𝐞 𝐡𝐚𝐬 𝐠𝐨𝐭 𝐚 𝐤𝐧𝐢𝐟𝐞"),
            ("HE HAS GOT A KNIIIIIFE", "HE HAS GOT A KNIIIIIFE"),
            ("he, has; got a knife", "got a knife"),
        ],
    )
    def test_they_stand_where_they_are_said_to(self, text: str, words: str) -> None:
        if ";" in text:
            assert not any(reason.rule == "weapon-now" for reason in assess(text).reasons)
        else:
            assert quoted(text, "weapon-now") == words

    def test_each_flag_has_its_own_reason(self) -> None:
        found = assess("he's got a knife")
        assert {reason.flag for reason in found.reasons} >= {"threat", "risk"}
        assert all(reason.why for reason in found.reasons)

    def test_the_flags_are_those_of_the_reasons(self) -> None:
        found = assess("she isn't breathing")
        assert (found.threat, found.harm, found.risk) == (False, True, True)

    def test_a_flag_may_be_raised_without_urgency(self) -> None:
        found = assess("my bike was stolen, crime number please")
        assert found.harm
        assert found.priority == "routine"

    def test_a_mere_category_gives_no_reason(self) -> None:
        assert assess("What time do you open?").reasons == ()

    def test_the_version_is_said(self) -> None:
        assert assess("hello").version == rules.book().version


class TestPriority:
    @pytest.mark.parametrize("text", ["", "   ", "🤷‍♂️", "\u200b"])
    def test_no_words_is_none(self, text: str) -> None:
        assert assess(text).priority == "none"

    def test_thanks_are_read_by_a_person_all_the_same(self) -> None:
        found = assess("thank you so much, lovely officers")
        assert (found.priority, found.category) == ("routine", "praise")

    def test_a_calm_part_does_not_lower_an_emergency(self) -> None:
        calm = "Thank you for the lovely day. What time do you open? " * 20
        assert assess(calm + "There is a man with a gun outside. " + calm).life_at_risk

    def test_danger_in_signs_alone_is_urgent(self) -> None:
        assert assess("🔪🔪😱").priority == "urgent"

    @pytest.mark.parametrize(
        "text", ["he hasn't got a knife", "nobody has a gun", "no one is holding a knife"]
    )
    def test_a_denial_is_not_a_weapon(self, text: str) -> None:
        assert not assess(text).life_at_risk


class TestDampeners:
    @pytest.mark.parametrize(
        "text",
        [
            "he's got a knife lol",
            "someone just got stabbed in Fortnite",
            "In 2016 a man stabbed my brother",
            "Sky News: man stabbed in Leeds, two arrested, trial next week",
        ],
    )
    def test_they_make_an_emergency_urgent_and_never_less(self, text: str) -> None:
        found = assess(text)
        assert found.priority == "urgent"
        assert not found.life_at_risk
        assert any("urgent, not an emergency" in reason.why for reason in found.reasons)

    @pytest.mark.parametrize(
        "text",
        [
            "lol but not a prank, he's got a knife",
            "😂 no really she isn't breathing",
            "This isn't a game he has got a gun lol",
            "he said haha and now he's not moving",
            "we were playing fifa and he's got a knife, this is real",
        ],
    )
    def test_what_they_must_not_touch(self, text: str) -> None:
        assert assess(text).life_at_risk


class TestExcuses:
    def test_a_figure_of_speech_excuses_its_own_words(self) -> None:
        assert assess("attacked by a seagull for my chips").priority != "emergency"

    def test_and_no_other_sentence(self) -> None:
        assert assess("I was attacked by a seagull. Now a man is attacking my son").life_at_risk

    def test_a_topic_only_weakens_its_sentence(self) -> None:
        assert assess("in the first aid class a man is not breathing").priority == "urgent"
        assert assess("We are at a first aid class. A man is not breathing.").life_at_risk


class TestContext:
    @pytest.mark.parametrize("answer", ["yes", "Yes.", "yeah", "yh", "YES PLEASE", "yes 😭"[:3]])
    def test_yes_to_a_question_about_danger(self, answer: str) -> None:
        assert not assess(answer).life_at_risk
        assert assess(answer, kind="reply", reply_to="Are you in danger right now?").life_at_risk

    def test_no_to_a_question_about_safety(self) -> None:
        assert assess("no", kind="direct", reply_to="Hi, are you safe?").life_at_risk
        assert not assess("no", kind="direct", reply_to="Did you try our website?").life_at_risk

    def test_a_cry_alone_weighs_more_in_private(self) -> None:
        assert assess("help", kind="direct").life_at_risk
        assert assess("help", kind="mention").priority == "urgent"

    def test_an_address_given_when_asked_for(self) -> None:
        asked = assess("14 Orchard Street", kind="reply", reply_to="Where are you? What is the address?")
        assert asked.priority == "urgent"
        assert assess("14 Orchard Street").priority == "routine"

    def test_the_message_answered_raises_nothing_by_itself(self) -> None:
        answered = "he's got a knife and he's stabbing people"
        assert assess("lovely weather today", kind="reply", reply_to=answered).priority == "routine"


class TestLanguages:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Beth yw oriau agor yr orsaf os gwelwch yn dda?", "Welsh"),
            ("Dzień dobry, gdzie mogę zgłosić zmianę adresu?", "Polish"),
            ("Bună ziua, unde pot să fac o plângere?", "Romanian"),
            ("salam, mujhe ek certificate ke liye kahan jana hai", "Urdu"),
            ("Olá, qual é o horário da esquadra por favor? Não sei", "Portuguese"),
            ("شكرا لكم", "Arabic"),
            ("Доброго дня, де ви знаходитесь?", "Ukrainian"),
            ("আপনাদের অফিস কখন খোলে?", "Bengali"),
            ("ਧੰਨਵਾਦ ਜੀ", "Punjabi"),
            ("请问几点开门", "Chinese"),
        ],
    )
    def test_what_is_not_english_goes_to_a_person_first(self, text: str, name: str) -> None:
        found = assess(text)
        assert found.priority in ("urgent", "emergency")
        reason = next(reason for reason in found.reasons if reason.rule == "language")
        assert reason.why.startswith("language: check")
        assert name in reason.why

    @pytest.mark.parametrize(
        "text",
        ["Is the Pontypridd to Aberystwyth road open?", "ok", "cheers pal", "Thanks Kasia Wójcik", "omg lol"],
    )
    def test_english_with_names_in_it_stays_english(self, text: str) -> None:
        assert not any(reason.rule == "language" for reason in assess(text).reasons)

    def test_a_word_of_another_tongue_alarms_nobody_in_english(self) -> None:
        assert not assess("I found an old pistol in the loft, how do I hand it in?").life_at_risk


class TestRubbish:
    @pytest.mark.parametrize("name", sorted(RUBBISH))
    def test_every_message_is_answered(self, name: str) -> None:
        found = assess(RUBBISH[name])
        assert found.priority in PRIORITIES
        assert all(RUBBISH[name][one.start : one.end] == one.words for one in found.reasons)

    def test_the_reasons_of_a_long_message_stay_short(self) -> None:
        found = assess(RUBBISH["right to left"])
        assert sum(len(reason.words) for reason in found.reasons) < 10_000

    def test_a_cry_at_the_end_of_a_long_message_is_found(self) -> None:
        assert assess("the weather was very nice. " * 4000 + "he's got a knife").life_at_risk


def with_slow_rules(number: int, *, before: tuple[Rule, ...] = ()) -> rules.Book:
    slow = Pattern("slow", r"(?:(?:xy|xyxy)+)+(?=[0-9])", ())
    some = tuple(Rule(f"slow-{n}", ("risk",), "routine", "", "slow", (slow,)) for n in range(number))
    return replace(rules.book(), rules=(*before, *some))


class TestTooSlow:
    SLOW = "xy" * 2000

    def judged(self, text: str, book: rules.Book) -> Judgement:
        found = assess(text, book=book)
        assert any(reason.rule == "unread" for reason in found.reasons)
        return found

    def test_what_could_not_be_read_is_urgent(self) -> None:
        assert self.judged(self.SLOW, with_slow_rules(1)).priority == "urgent"

    def test_it_does_not_go_on_for_ever(self) -> None:
        assert self.judged(self.SLOW, with_slow_rules(1000)).priority == "urgent"

    def test_what_was_found_before_stays(self) -> None:
        known = rules.book().rules
        found = self.judged("he's got a knife " + self.SLOW, with_slow_rules(1, before=known))
        assert found.life_at_risk
