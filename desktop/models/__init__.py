"""What is stored, and the rules true of one object."""

from desktop.models.accounts import Account, AccountState
from desktop.models.audit import AuditEntry, AuditHead
from desktop.models.base import Base
from desktop.models.contact_centre import (
    Alarm,
    AlarmKind,
    DeliveryState,
    Handover,
    HandoverDelivery,
    HandoverState,
)
from desktop.models.engine import Engine
from desktop.models.inbox import (
    Assessment,
    Attention,
    Author,
    Conversation,
    ConversationState,
    Message,
    Note,
    RawPayload,
)
from desktop.models.people import ROLE_NAMES, Act, Actor, Person, Role
from desktop.models.posts import (
    Approval,
    ContentClass,
    Draft,
    Media,
    Post,
    PostStage,
    Variant,
    VariantMedia,
    Version,
)
from desktop.models.publications import Attempt, Hold, Outcome, Publication, PublicationState, Purpose
from desktop.models.settings import Setting

__all__ = [
    "ROLE_NAMES",
    "Account",
    "AccountState",
    "Act",
    "Actor",
    "Alarm",
    "AlarmKind",
    "Approval",
    "Assessment",
    "Attempt",
    "Attention",
    "AuditEntry",
    "AuditHead",
    "Author",
    "Base",
    "ContentClass",
    "Conversation",
    "ConversationState",
    "DeliveryState",
    "Draft",
    "Engine",
    "Handover",
    "HandoverDelivery",
    "HandoverState",
    "Hold",
    "Media",
    "Message",
    "Note",
    "Outcome",
    "Person",
    "Post",
    "PostStage",
    "Publication",
    "PublicationState",
    "Purpose",
    "RawPayload",
    "Role",
    "Setting",
    "Variant",
    "VariantMedia",
    "Version",
]
