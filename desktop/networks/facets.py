"""Which parts of a text become links, mentions and tags on Bluesky?

Bluesky shows only what the record itself marks (app.bsky.richtext.facet), by UTF-8 byte offsets with the
end exclusive. Handles are found here; whether they exist is asked when the post is prepared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

import regex  # type: ignore[import-untyped, unused-ignore]  # publishes no types

from desktop.networks.bluesky_syntax import is_handle


class FacetKind(StrEnum):
    LINK = "link"
    MENTION = "mention"
    TAG = "tag"


@dataclass(frozen=True)
class Facet:
    """A marked part: ``start`` and ``end`` in UTF-8 bytes; ``value`` a URL, a handle or a tag's text."""

    kind: FacetKind
    start: int
    end: int
    value: str


# A bare "force.police.uk" becomes a link only under a top-level domain that is known here, so that file
# names and a missing space after a full stop do not. Anything else needs its https://.
TOP_LEVEL = frozenset(
    """
    ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz
    ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk
    fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir
    is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk
    ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl
    pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc
    td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
    academy agency app art asia bank biz blog business cafe care cat center charity city church click cloud
    club college com community company cymru dev digital earth edu education energy events farm finance fm
    foundation fun fund fyi garden gay global gov group guide health help history hospital house info int
    international jobs land law legal life link live london ltd map market media mil mobi museum name net
    network news ngo ong online org page partners party photo photos plus post press pro pub radio report
    rescue rip run safety sale school scot security services shop show site social space sport stream
    studio style support systems tax team tech technology tel test tickets tips today tools top town training
    travel tube university video vote wales watch website wedding wiki work works world xyz zone
    """.split()  # noqa: SIM905 - a wall of quotation marks reads worse
)

_BEFORE = r"(?:^|(?<=[\s(]))"
_LINK = regex.compile(
    _BEFORE + r"(?:(?P<url>https?://\S+)|(?P<domain>[a-z](?>[a-z0-9-]*)(?>(?:\.[a-z0-9-]+)+))"
    r"(?![\w@])(?>(?::\d+)?(?:[/?#]\S*)?)(?!@))",
    regex.IGNORECASE,
)
_MENTION = regex.compile(_BEFORE + r"@(?P<handle>[a-zA-Z0-9.-]+)\b")
# Soft hyphens, joiners and the enclosing keycap end a tag, so that a keycap emoji is none.
_BLANK = r"\s\ufeff\u00ad\u2060\u200a\u200b\u200c\u200d\u20e2"
_TAG = regex.compile(rf"(?:^|(?<=\s))[#\uff03](?!\ufe0f)(?P<tag>[^{_BLANK}]+)")
_TAG_TAIL = regex.compile(r"\p{P}+$")
_TAG_SUBSTANCE = regex.compile(r"[^\d\p{P}]")
_CASHTAG = regex.compile(_BEFORE + r"\$(?P<ticker>[a-zA-Z][a-zA-Z0-9]{0,4})(?=$|[\s\p{P}])")

Span = tuple[FacetKind, int, int, str]


def find(text: str) -> list[Facet]:
    """Find the links, mentions and tags of ``text``, in order, none overlapping."""
    spans = sorted([*_mentions(text), *_links(text), *_tags(text), *_cashtags(text)], key=lambda s: s[1])
    facets: list[Facet] = []
    at, offset, done = 0, 0, 0  # in characters, the same place in bytes, the end of the last facet
    for kind, start, end, value in spans:
        if start < done:
            continue
        offset += len(text[at:start].encode())
        size = len(text[start:end].encode())
        facets.append(Facet(kind, offset, offset + size, value))
        at, offset, done = end, offset + size, end
    return facets


def _mentions(text: str) -> Iterator[Span]:
    for match in _MENTION.finditer(text):
        if is_handle(match["handle"]):
            yield FacetKind.MENTION, match.start(), match.end(), match["handle"].lower()


def _links(text: str) -> Iterator[Span]:
    for match in _LINK.finditer(text):
        shown = _without_closing_punctuation(match[0])
        if match["domain"] is None:
            if _has_host(shown):
                yield FacetKind.LINK, match.start(), match.start() + len(shown), shown
        elif _is_domain(match["domain"]):
            yield FacetKind.LINK, match.start(), match.start() + len(shown), "https://" + shown


def _tags(text: str) -> Iterator[Span]:
    for match in _TAG.finditer(text):
        tag = _TAG_TAIL.sub("", match["tag"])
        if 0 < len(tag) <= 64 and _TAG_SUBSTANCE.search(tag):
            yield FacetKind.TAG, match.start(), match.start() + 1 + len(tag), tag


def _cashtags(text: str) -> Iterator[Span]:
    for match in _CASHTAG.finditer(text):
        yield FacetKind.TAG, match.start(), match.end(), "$" + match["ticker"].upper()


def _without_closing_punctuation(link: str) -> str:
    """Leave the sentence's own punctuation out of the link: commas, stops, an unmatched bracket."""
    while link:
        if link[-1] in ".,;:!?'\"’”…" or (link[-1] == ")" and link.count(")") > link.count("(")):
            link = link[:-1]
        else:
            break
    return link


def _has_host(link: str) -> bool:
    try:
        return bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _is_domain(domain: str) -> bool:
    """Say whether a bare name is a web address; "Stay safe.It is late" is a sentence and no address."""
    last = domain.rpartition(".")[2]
    return last.lower() in TOP_LEVEL and (last.islower() or domain.isupper()) and is_handle(domain)
