"""The first schema"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_entry_hash")),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entry_action"), ["action"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entry_subject"), ["subject"], unique=False)

    op.create_table(
        "author",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network", sa.String(length=24), nullable=False),
        sa.Column("realm", sa.String(length=300), nullable=False),
        sa.Column("network_id", sa.String(length=400), nullable=False),
        sa.Column("handle", sa.String(length=300), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("followers", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("bot", sa.Boolean(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_author")),
        sa.UniqueConstraint(
            "network", "realm", "network_id", name=op.f("uq_author_network_realm_network_id")
        ),
    )
    op.create_table(
        "engine",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("public_key", sa.String(length=64), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_engine")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("failed_sign_ins", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("username", name=op.f("uq_person_username")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network", sa.String(length=24), nullable=False),
        sa.Column("server", sa.String(length=300), nullable=False),
        sa.Column("realm", sa.String(length=300), nullable=False),
        sa.Column("network_id", sa.String(length=300), nullable=False),
        sa.Column("handle", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("sealed_token", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_to", sa.String(length=64), nullable=False),
        sa.Column("capabilities", sa.JSON(), nullable=False),
        sa.Column("cursor", sa.Text(), nullable=False),
        sa.Column("complete_to", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.Column("trouble_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sign_in_needed", sa.Boolean(), nullable=False),
        sa.Column("wait_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rate_remaining", sa.Integer(), nullable=True),
        sa.Column("rate_reset_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("collect_owner", sa.String(length=80), nullable=False),
        sa.Column("collect_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("connected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_account_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint(
            "network", "realm", "network_id", name=op.f("uq_account_network_realm_network_id")
        ),
    )
    op.create_table(
        "alarm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_by", sa.Integer(), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_level", sa.Integer(), nullable=False),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["acknowledged_by"], ["person.id"], name=op.f("fk_alarm_acknowledged_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarm")),
    )
    with op.batch_alter_table("alarm", schema=None) as batch_op:
        batch_op.create_index("ix_alarm_standing", ["cleared_at", "level"], unique=False)
        batch_op.create_index(batch_op.f("ix_alarm_subject"), ["subject"], unique=False)

    op.create_table(
        "media",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("mime", sa.String(length=60), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(length=300), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], name=op.f("fk_media_added_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
        sa.UniqueConstraint("sha256", name=op.f("uq_media_sha256")),
    )
    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=24), nullable=False),
        sa.Column("content_class", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_post_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
    )
    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_post_changed_at"), ["changed_at"], unique=False)

    op.create_table(
        "conversation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("attention", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("snippet", sa.String(length=200), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("message_count", sa.Integer(), nullable=False),
        sa.Column("unseen", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("owner_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("close_code", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_conversation_account_id")),
        sa.ForeignKeyConstraint(["author_id"], ["author.id"], name=op.f("fk_conversation_author_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_conversation_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
        sa.UniqueConstraint("account_id", "key", name=op.f("uq_conversation_account_id_key")),
    )
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conversation_author_id"), ["author_id"], unique=False)
        batch_op.create_index("ix_conversation_list", ["state", "attention", "last_at", "id"], unique=False)
        batch_op.create_index("ix_conversation_owner", ["owner_id", "state"], unique=False)

    op.create_table(
        "draft",
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("saved_by", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_draft_post_id")),
        sa.ForeignKeyConstraint(["saved_by"], ["person.id"], name=op.f("fk_draft_saved_by")),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_draft")),
    )
    op.create_table(
        "hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("placed_by", sa.Integer(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("lifted_by", sa.Integer(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_hold_account_id")),
        sa.ForeignKeyConstraint(["lifted_by"], ["person.id"], name=op.f("fk_hold_lifted_by")),
        sa.ForeignKeyConstraint(["placed_by"], ["person.id"], name=op.f("fk_hold_placed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    op.create_table(
        "raw_payload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("parsed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("parse_error", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_raw_payload_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raw_payload")),
        sa.UniqueConstraint("account_id", "key", name=op.f("uq_raw_payload_account_id_key")),
    )
    with op.batch_alter_table("raw_payload", schema=None) as batch_op:
        batch_op.create_index(
            "ix_raw_payload_unparsed", ["id"], unique=False, sqlite_where=sa.text("parsed_at IS NULL")
        )

    op.create_table(
        "version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_class", sa.String(length=24), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wall_time", sa.String(length=30), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("tolerance", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_version_created_by")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_version_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_version")),
        sa.UniqueConstraint("post_id", "number", name=op.f("uq_version_post_id_number")),
    )
    with op.batch_alter_table("version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_version_post_id"), ["post_id"], unique=False)

    op.create_table(
        "approval",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("void_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["approver_id"], ["person.id"], name=op.f("fk_approval_approver_id")),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_approval_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_approval_version_id"), ["version_id"], unique=False)

    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("correlation_id", sa.String(length=36), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("life_at_risk", sa.Boolean(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_by", sa.String(length=200), nullable=False),
        sa.Column("accepted_how", sa.String(length=20), nullable=False),
        sa.Column("rejected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rejected_reason", sa.Text(), nullable=False),
        sa.Column("incident_reference", sa.String(length=120), nullable=False),
        sa.Column("incident_date", sa.String(length=10), nullable=False),
        sa.Column("incident_system", sa.String(length=60), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("feedback", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_handover_conversation_id")
        ),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_handover_created_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sa.UniqueConstraint("correlation_id", name=op.f("uq_handover_correlation_id")),
    )
    with op.batch_alter_table("handover", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handover_conversation_id"), ["conversation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_handover_state"), ["state"], unique=False)

    op.create_table(
        "message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("raw_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("publication_id", sa.Integer(), nullable=True),
        sa.Column("network_id", sa.String(length=400), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("outgoing", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("attachments", sa.JSON(), nullable=False),
        sa.Column("reply_to", sa.String(length=400), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_by", sa.Integer(), nullable=True),
        sa.Column("attention", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_message_account_id")),
        sa.ForeignKeyConstraint(["author_id"], ["author.id"], name=op.f("fk_message_author_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_message_conversation_id")
        ),
        sa.ForeignKeyConstraint(["raw_id"], ["raw_payload.id"], name=op.f("fk_message_raw_id")),
        sa.ForeignKeyConstraint(["seen_by"], ["person.id"], name=op.f("fk_message_seen_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("account_id", "network_id", name=op.f("uq_message_account_id_network_id")),
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index(
            "ix_message_conversation", ["conversation_id", "received_at", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_message_publication_id"), ["publication_id"], unique=False)

    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_note_by_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_note_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_conversation_id"), ["conversation_id"], unique=False)

    op.create_table(
        "variant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_variant_account_id")),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_variant_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variant")),
        sa.UniqueConstraint("version_id", "account_id", name=op.f("uq_variant_version_id_account_id")),
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("engine_version", sa.String(length=60), nullable=False),
        sa.Column("threat", sa.Boolean(), nullable=False),
        sa.Column("harm", sa.Boolean(), nullable=False),
        sa.Column("risk", sa.Boolean(), nullable=False),
        sa.Column("attention", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=60), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("rationale", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_assessment_by_id")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_assessment_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessment_message_id"), ["message_id"], unique=False)

    op.create_table(
        "handover_delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("route", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_owner", sa.String(length=80), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["handover.id"], name=op.f("fk_handover_delivery_handover_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_delivery")),
        sa.UniqueConstraint("handover_id", "route", name=op.f("uq_handover_delivery_handover_id_route")),
    )
    with op.batch_alter_table("handover_delivery", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handover_delivery_state"), ["state"], unique=False)

    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("variant_id", sa.Integer(), nullable=True),
        sa.Column("conversation_id", sa.Integer(), nullable=True),
        sa.Column("reply_to_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tolerance", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("client_key", sa.String(length=40), nullable=False),
        sa.Column("lease_owner", sa.String(length=80), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("prepared", sa.Text(), nullable=False),
        sa.Column("first_sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settle_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("network_id", sa.String(length=400), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdraw_wanted", sa.Boolean(), nullable=False),
        sa.Column("withdraw_result", sa.Text(), nullable=False),
        sa.Column("withdraw_next_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_publication_account_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_publication_conversation_id")
        ),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_publication_created_by")),
        sa.ForeignKeyConstraint(["reply_to_id"], ["message.id"], name=op.f("fk_publication_reply_to_id")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_publication_variant_id")),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_publication_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint("client_key", name=op.f("uq_publication_client_key")),
        sa.UniqueConstraint("version_id", "account_id", name=op.f("uq_publication_version_id_account_id")),
    )
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_publication_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_publication_conversation_id"), ["conversation_id"], unique=False)
        batch_op.create_index("ix_publication_due", ["state", "due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_publication_version_id"), ["version_id"], unique=False)

    op.create_table(
        "variant_media",
        sa.Column("variant_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("media_id", sa.Integer(), nullable=False),
        sa.Column("alt", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_variant_media_media_id")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_variant_media_variant_id")),
        sa.PrimaryKeyConstraint("variant_id", "position", name=op.f("pk_variant_media")),
    )
    with op.batch_alter_table("variant_media", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_variant_media_media_id"), ["media_id"], unique=False)

    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=20), nullable=False),
        sa.Column("worker", sa.String(length=80), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=24), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_attempt_publication_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attempt_publication_id"), ["publication_id"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE:
            op.execute(statement)


def _never(table: str, act: str, words: str, when: str = "") -> str:
    name = f"{table}_never_{act.lower().replace(' ', '_').replace(',', '')}"
    condition = f"WHEN {when} " if when else ""
    return f"CREATE TRIGGER {name} BEFORE {act} ON {table} {condition}BEGIN SELECT RAISE(ABORT, 'bluelamp: {words}'); END"


# Only for deletion by hand: the program itself never deletes what these tables hold.
KEPT = (
    "account", "alarm", "approval", "assessment", "attempt", "author", "conversation", "handover",
    "handover_delivery", "hold", "media", "message", "note", "person", "post", "publication", "raw_payload",
)  # fmt: skip
FROZEN = ("audit_entry", "version", "variant", "variant_media", "assessment", "note")
APPROVED = """EXISTS (
    SELECT 1 FROM approval JOIN version ON version.id = approval.version_id
    JOIN variant ON variant.id = NEW.variant_id AND variant.version_id = version.id
    WHERE version.id = NEW.version_id AND variant.account_id = NEW.account_id AND approval.void_at IS NULL
    AND approval.content_hash = version.content_hash AND approval.approver_id <> version.created_by)"""
UNAPPROVED = f"NEW.purpose = 'post' AND NEW.state IN ('claimed', 'sending') AND NOT {APPROVED}"

SQLITE = [
    *(
        _never(table, "DELETE", f"Nothing is deleted from {table}.")
        for table in (*KEPT, "audit_entry", "version", "variant", "variant_media")
    ),
    *(_never(table, "UPDATE", f"What {table} holds is never changed.") for table in FROZEN),
    _never("audit_head", "DELETE", "The head of the audit is never deleted."),
    _never(
        "audit_entry",
        "INSERT",
        "The next audit entry follows the last one.",
        "NEW.seq <> 1 + COALESCE((SELECT seq FROM audit_head), 0)",
    ),
    _never(
        "audit_head",
        "UPDATE",
        "The head of the audit only moves on.",
        "NEW.seq <> OLD.seq + 1 OR NOT EXISTS (SELECT 1 FROM audit_entry WHERE seq = NEW.seq AND hash = NEW.hash)",
    ),
    """CREATE TRIGGER audit_head_moves AFTER INSERT ON audit_entry BEGIN
       INSERT INTO audit_head (id, seq, hash) VALUES (1, NEW.seq, NEW.hash)
       ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash; END""",
    _never("raw_payload", "UPDATE OF payload, key, account_id", "What the network sent is never changed."),
    _never(
        "handover",
        "UPDATE OF correlation_id, conversation_id, life_at_risk, record, created_by, created_at, received_at",
        "What was handed over is never changed.",
    ),
    _never(
        "approval",
        "INSERT",
        "Whoever wrote a post may not approve it.",
        "NEW.approver_id IN (SELECT created_by FROM version WHERE id = NEW.version_id UNION SELECT author_id"
        " FROM post JOIN version ON version.post_id = post.id WHERE version.id = NEW.version_id)",
    ),
    """CREATE TRIGGER handover_accepted_by_somebody BEFORE UPDATE OF state ON handover
       WHEN NEW.state = 'accepted' AND (trim(NEW.accepted_by) = '' OR NEW.accepted_at IS NULL)
       BEGIN SELECT RAISE(ABORT, 'bluelamp: A handover is accepted by a named person at a time.'); END""",
    """CREATE TRIGGER approval_by_who_may BEFORE INSERT ON approval WHEN NOT EXISTS (
       SELECT 1 FROM person JOIN version ON version.id = NEW.version_id
       WHERE person.id = NEW.approver_id AND person.active AND (person.role = 'head'
       OR (person.role = 'press' AND version.content_class = 'routine')))
       BEGIN SELECT RAISE(ABORT, 'bluelamp: This person may not approve this post.'); END""",
    """CREATE TRIGGER approval_matches BEFORE INSERT ON approval
       WHEN NEW.content_hash IS NOT (SELECT content_hash FROM version WHERE id = NEW.version_id)
       BEGIN SELECT RAISE(ABORT, 'bluelamp: The approval is for another content than this version holds.'); END""",
    _never(
        "approval",
        "UPDATE OF id, version_id, approver_id, content_hash, at, comment",
        "An approval is never changed.",
    ),
    """CREATE TRIGGER approval_voided_once BEFORE UPDATE ON approval WHEN OLD.void_at IS NOT NULL
       BEGIN SELECT RAISE(ABORT, 'bluelamp: A voided approval stays void.'); END""",
    f"""CREATE TRIGGER publication_needs_approval BEFORE UPDATE ON publication WHEN {UNAPPROVED}
       BEGIN SELECT RAISE(ABORT, 'bluelamp: This post has no valid approval.'); END""",
    f"""CREATE TRIGGER publication_born_approved BEFORE INSERT ON publication WHEN {UNAPPROVED}
       BEGIN SELECT RAISE(ABORT, 'bluelamp: This post has no valid approval.'); END""",
    _never(
        "publication",
        "UPDATE OF client_key, version_id, variant_id, account_id, purpose, conversation_id, reply_to_id",
        "What a publication is for is never changed.",
    ),
    _never(
        "publication",
        "UPDATE OF text, language, created_by, created_at",
        "What a reply says is never changed.",
    ),
    """CREATE TRIGGER publication_prepared_once BEFORE UPDATE OF prepared ON publication
       WHEN NEW.prepared <> OLD.prepared AND (OLD.prepared <> '' OR NEW.state IN ('scheduled', 'held', 'claimed'))
       BEGIN SELECT RAISE(ABORT, 'bluelamp: The request is made once, when it is sent, and never changed.'); END""",
    _never("media", "UPDATE OF sha256, mime, data", "An image is never changed: add another."),
    _never("hold", "UPDATE OF account_id, placed_by, placed_at, reason", "A hold is lifted, never changed."),
    """CREATE TRIGGER hold_lifted_by_somebody BEFORE UPDATE ON hold
       WHEN (NEW.lifted_at IS NULL) <> (NEW.lifted_by IS NULL) OR OLD.lifted_at IS NOT NULL
       BEGIN SELECT RAISE(ABORT, 'bluelamp: A hold is lifted once, by a named person.'); END""",
    """CREATE TRIGGER message_said BEFORE UPDATE OF text ON message
       WHEN NEW.text <> OLD.text AND OLD.network_id NOT LIKE 'unreadable:%'
       BEGIN SELECT RAISE(ABORT, 'bluelamp: What was said is never changed.'); END""",
    """CREATE TRIGGER publication_sent_stays BEFORE UPDATE OF state ON publication
       WHEN OLD.state = 'published' AND NEW.state NOT IN ('published', 'withdrawn')
       BEGIN SELECT RAISE(ABORT, 'bluelamp: What was published stays published until it is withdrawn.'); END""",
    "CREATE VIRTUAL TABLE message_text USING fts5("
    "text, content='message', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')",
    """CREATE TRIGGER message_text_added AFTER INSERT ON message BEGIN
       INSERT INTO message_text(rowid, text) VALUES (NEW.id, NEW.text); END""",
    """CREATE TRIGGER message_text_changed AFTER UPDATE OF text ON message BEGIN
       INSERT INTO message_text(message_text, rowid, text) VALUES ('delete', OLD.id, OLD.text);
       INSERT INTO message_text(rowid, text) VALUES (NEW.id, NEW.text); END""",
]
