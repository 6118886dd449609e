"""What time is it, and what instant did a person mean by a time on the wall?

Every stored instant is UTC and aware. The wall time a person meant is kept beside it with its zone.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.errors import Refused
from desktop.words import dated, dated_in_english, translate


def now() -> datetime:
    """Return this instant, aware, in UTC."""
    return datetime.now(UTC)


class TimeHappensTwice(Refused):
    """The wall time occurs twice that night; ``first`` and ``second`` (UTC) are the two instants."""

    def __init__(self, wall: datetime, zone: str, first: datetime, second: datetime) -> None:
        super().__init__(
            translate(
                "Clock",
                "{time} on {day} happens twice in {zone}: the clocks go back that night. "
                "Say whether you mean the first or the second.",
            ).format(time=f"{wall:%H:%M}", day=dated(wall, "%d %B %Y"), zone=zone)
        )
        self.first = first
        self.second = second


def instant(wall: datetime, zone: str, *, second: bool | None = None) -> datetime:
    """Turn the naive wall time ``wall`` in the IANA ``zone`` into its UTC instant.

    ``second`` chooses between the two instants of a wall time that happens twice. Raises
    ``TimeHappensTwice`` where that is not said, and ``Refused`` for a time that the change of the
    clocks leaves out.
    """
    tz = ZoneInfo(zone)
    first = wall.replace(tzinfo=tz, fold=0)
    later = wall.replace(tzinfo=tz, fold=1)
    first_utc, later_utc = first.astimezone(UTC), later.astimezone(UTC)
    if first_utc.astimezone(tz).replace(tzinfo=None) != wall:
        back = first_utc.astimezone(tz)
        raise Refused(
            translate(
                "Clock",
                "{time} on {day} does not exist in {zone}: the clocks go forward that night. "
                "Choose a time before or from {back}.",
            ).format(time=f"{wall:%H:%M}", day=dated(wall, "%d %B %Y"), zone=zone, back=f"{back:%H:%M}")
        )
    if first_utc == later_utc:
        return first_utc
    if second is None:
        raise TimeHappensTwice(wall, zone, first_utc, later_utc)
    return later_utc if second else first_utc


def wall(at: datetime, zone: str) -> datetime:
    """Return the naive wall time in ``zone`` at the instant ``at``."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def shown(at: datetime, zone: str, *, seconds: bool = False) -> str:
    """Word the instant ``at`` for a person: local, with the zone's short name."""
    local = at.astimezone(ZoneInfo(zone))
    return dated(local, "%d %b %Y %H:%M:%S %Z" if seconds else "%d %b %Y %H:%M %Z")


def stamped(at: datetime, zone: str) -> str:
    """Write the instant ``at`` as ``shown`` does, with seconds and in English: for what leaves the house."""
    return dated_in_english(at.astimezone(ZoneInfo(zone)), "%d %b %Y %H:%M:%S %Z")


def short_ago(then: datetime, at: datetime) -> str:
    """Word the time from ``then`` to ``at`` in the largest fitting unit ("40 s", "12 min", "3 h", "2 d")."""
    seconds = int(max(at - then, timedelta()).total_seconds())
    if seconds >= 86400:
        return translate("Clock", "{number} d").format(number=seconds // 86400)
    if seconds >= 3600:
        return translate("Clock", "{number} h").format(number=seconds // 3600)
    if seconds >= 60:
        return translate("Clock", "{number} min").format(number=seconds // 60)
    return translate("Clock", "{number} s").format(number=seconds)
