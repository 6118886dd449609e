"""With which words and tones are a post's stage and a publication's state shown?"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models import PostStage, PublicationState

MARK = QCoreApplication.translate
S = PublicationState


def stage_name(stage: PostStage) -> str:
    return {
        PostStage.DRAFT: MARK("Stage", "Draft"),
        PostStage.SUBMITTED: MARK("Stage", "Submitted"),
        PostStage.RETURNED: MARK("Stage", "Returned"),
        PostStage.APPROVED: MARK("Stage", "Approved"),
        PostStage.DISCARDED: MARK("Stage", "Discarded"),
    }[stage]


def stage_tone(stage: PostStage) -> str:
    tones = {PostStage.RETURNED: "danger", PostStage.SUBMITTED: "accent", PostStage.APPROVED: "ok"}
    return tones.get(stage, "muted")


def state_name(state: PublicationState) -> str:
    return {
        S.SCHEDULED: MARK("State", "Scheduled"),
        S.CLAIMED: MARK("State", "Going out"),
        S.SENDING: MARK("State", "Going out"),
        S.PUBLISHED: MARK("State", "Published"),
        S.HELD: MARK("State", "Held"),
        S.OVERDUE: MARK("State", "Overdue"),
        S.UNCONFIRMED: MARK("State", "Being checked"),
        S.QUESTION: MARK("State", "Your answer needed"),
        S.FAILED: MARK("State", "Failed"),
        S.WITHDRAWN: MARK("State", "Withdrawn"),
        S.CANCELLED: MARK("State", "Cancelled"),
    }[state]


def state_tone(state: PublicationState) -> str:
    if state in (S.OVERDUE, S.FAILED, S.QUESTION):
        return "danger"
    if state in (S.HELD, S.UNCONFIRMED):
        return "warning"
    return {S.PUBLISHED: "ok", S.SCHEDULED: "accent"}.get(state, "muted")
