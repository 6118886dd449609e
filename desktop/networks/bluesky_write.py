"""What exactly will be written to Bluesky, built once and stored before it is sent?

Lexicons: app.bsky.feed.post, app.bsky.embed.images, app.bsky.richtext.facet, chat.bsky.convo.sendMessage.
"""

from __future__ import annotations

import json
from typing import Any

from desktop.errors import Denied, Unavailable
from desktop.networks import facets, lengths
from desktop.networks.bluesky_chat import MAX_BYTES, MAX_GRAPHEMES
from desktop.networks.bluesky_parse import part, root_of, rows, word
from desktop.networks.bluesky_session import Session
from desktop.networks.bluesky_syntax import at_uri, is_did, tid
from desktop.networks.protocol import Image, Kind, Outgoing, Prepared, Target
from desktop.words import translate

POST = "app.bsky.feed.post"
POST_GRAPHEMES = 300
POST_BYTES = 3000
MAX_IMAGES = 4
IMAGE_BYTES = 2_000_000
IMAGE_TYPES = ("image/jpeg", "image/png", "image/webp")


def prepare(session: Session, outgoing: Outgoing) -> Prepared:
    """Upload the images, look up the mentions, and build the whole request; publish nothing."""
    if outgoing.reply_to is not None and outgoing.reply_to.kind is Kind.DIRECT:
        body = _direct_message(session, outgoing, outgoing.reply_to)
    else:
        body = {
            "kind": "record",
            "rkey": tid(outgoing.client_key, outgoing.created_at),
            "record": _record(session, outgoing),
        }
    return Prepared(outgoing.client_key, json.dumps(body, ensure_ascii=False, sort_keys=True))


def _record(session: Session, outgoing: Outgoing) -> dict[str, Any]:
    _fits(outgoing.text, POST_GRAPHEMES, POST_BYTES)
    _images_fit(outgoing)
    record: dict[str, Any] = {
        "$type": POST,
        "text": outgoing.text,
        "createdAt": outgoing.created_at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "langs": [outgoing.language] if outgoing.language else [],
        "facets": _facets(session, outgoing.text),
    }
    if outgoing.images:
        images = [_image(session, image) for image in outgoing.images]
        record["embed"] = {"$type": "app.bsky.embed.images", "images": images}
    if outgoing.reply_to is not None:
        record["reply"] = _reply(session, outgoing.reply_to)
    return {name: value for name, value in record.items() if value != []}


def _direct_message(session: Session, outgoing: Outgoing, target: Target) -> dict[str, Any]:
    if outgoing.images:
        raise Denied(
            translate(
                "Bluesky", "Bluesky's direct messages cannot carry images. Take the images out of the reply."
            )
        )
    _fits(outgoing.text, MAX_GRAPHEMES, MAX_BYTES)
    message: dict[str, Any] = {"text": outgoing.text}
    marked = _facets(session, outgoing.text)
    if marked:
        message["facets"] = marked
    convo = target.conversation_key.removeprefix("direct:")
    return {"kind": "chat", "convoId": convo, "message": message}


def _fits(text: str, graphemes: int, size: int) -> None:
    count, used = lengths.bluesky(text)
    if count > graphemes:
        raise Denied(
            translate(
                "Bluesky", "The text has {count} characters and Bluesky takes {most}. Shorten it."
            ).format(count=count, most=graphemes)
        )
    if used > size:
        raise Denied(
            translate(
                "Bluesky",
                "The text takes {used} bytes and Bluesky takes {most}. Use fewer emoji or shorten it.",
            ).format(used=used, most=size)
        )


def _images_fit(outgoing: Outgoing) -> None:
    if len(outgoing.images) > MAX_IMAGES:
        raise Denied(
            translate("Bluesky", "Bluesky takes {most} images in a post. Take some out.").format(
                most=MAX_IMAGES
            )
        )
    for image in outgoing.images:
        if len(image.data) > IMAGE_BYTES:
            raise Denied(translate("Bluesky", "An image is over Bluesky's 2 MB. Use a smaller one."))


def _image(session: Session, image: Image) -> dict[str, Any]:
    return {
        "image": session.upload(image.data, image.mime),
        "alt": image.alt,
        "aspectRatio": {"width": image.width, "height": image.height},
    }


def _facets(session: Session, text: str) -> list[dict[str, Any]]:
    dids: dict[str, str | None] = {}
    marked = []
    for facet in facets.find(text):
        feature = _feature(session, facet, dids)
        if feature is not None:
            index = {"byteStart": facet.start, "byteEnd": facet.end}
            marked.append({"index": index, "features": [feature]})
    return marked


def _feature(session: Session, facet: facets.Facet, dids: dict[str, str | None]) -> dict[str, str] | None:
    kind = f"app.bsky.richtext.facet#{facet.kind}"
    if facet.kind is facets.FacetKind.LINK:
        return {"$type": kind, "uri": facet.value}
    if facet.kind is facets.FacetKind.TAG:
        return {"$type": kind, "tag": facet.value}
    if facet.value not in dids:
        dids[facet.value] = _resolve(session, facet.value)
    did = dids[facet.value]
    return {"$type": kind, "did": did} if did else None


def _resolve(session: Session, handle: str) -> str | None:
    """Look up whom a handle names; None where nobody has it, and the mention stays plain text."""
    try:
        did = word(session.get("com.atproto.identity.resolveHandle", handle=handle), "did")
    except Denied:
        return None
    return did if is_did(did) else None


def _reply(session: Session, target: Target) -> dict[str, Any]:
    parent = _stored(target) or _fetched(session, target.network_id)
    root_uri, root_cid = root_of(parent)
    return {
        "root": {"uri": root_uri, "cid": root_cid},
        "parent": {"uri": word(parent, "uri"), "cid": word(parent, "cid")},
    }


def _stored(target: Target) -> dict[str, Any] | None:
    """Read the post that is answered from its stored payload, which holds its cid and its root."""
    try:
        notification = part(json.loads(target.raw), "notification")
    except ValueError:
        return None
    whole = word(notification, "cid") and word(notification, "uri") == target.network_id
    return dict(notification) if whole else None


def _fetched(session: Session, uri: str) -> dict[str, Any]:
    if at_uri(uri) is None:
        raise Denied(translate("Bluesky", "The message that is answered is not a Bluesky post."))
    posts = rows(session.get("app.bsky.feed.getPosts", uris=[uri]), "posts")
    if not posts:
        raise Denied(
            translate("Bluesky", "The post that is answered is no longer on Bluesky. The reply was not sent.")
        )
    if not word(posts[0], "cid"):
        raise Unavailable(
            translate("Bluesky", "Bluesky's answer lacks the version of the post that is answered.")
        )
    return dict(posts[0])
