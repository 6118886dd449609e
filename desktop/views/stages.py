"""With which words and tones are a post's stage and a publication's state shown?"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop import clock
from desktop.models import PostStage, PublicationState
from desktop.publishing.review import Decision

translate = QCoreApplication.translate
S = PublicationState


def stage_name(stage: PostStage) -> str:
    return {
        PostStage.DRAFT: translate("Stage", "Draft"),
        PostStage.SUBMITTED: translate("Stage", "Submitted"),
        PostStage.RETURNED: translate("Stage", "Returned"),
        PostStage.APPROVED: translate("Stage", "Approved"),
        PostStage.DISCARDED: translate("Stage", "Discarded"),
    }[stage]


def stage_tone(stage: PostStage) -> str:
    tones = {PostStage.RETURNED: "danger", PostStage.SUBMITTED: "accent", PostStage.APPROVED: "ok"}
    return tones.get(stage, "muted")


def state_name(state: PublicationState) -> str:
    return {
        S.SCHEDULED: translate("State", "Scheduled"),
        S.CLAIMED: translate("State", "Going out"),
        S.SENDING: translate("State", "Going out"),
        S.PUBLISHED: translate("State", "Published"),
        S.HELD: translate("State", "Held"),
        S.OVERDUE: translate("State", "Overdue"),
        S.UNCONFIRMED: translate("State", "Being checked"),
        S.QUESTION: translate("State", "Your answer needed"),
        S.FAILED: translate("State", "Failed"),
        S.WITHDRAWN: translate("State", "Withdrawn"),
        S.CANCELLED: translate("State", "Cancelled"),
    }[state]


def state_tone(state: PublicationState) -> str:
    if state in (S.OVERDUE, S.FAILED, S.QUESTION):
        return "danger"
    if state in (S.HELD, S.UNCONFIRMED):
        return "warning"
    return {S.PUBLISHED: "ok", S.SCHEDULED: "accent"}.get(state, "muted")


def decision_words(decision: Decision, zone: str) -> str:
    """Say in a line who decided what, when."""
    words = translate("Review", "{time}: {name} {words}")
    return words.format(time=clock.shown(decision.at, zone), name=decision.name, words=decision.words)
