"""Is this file an image that may be published, and what of it must not leave the building?

A photograph carries where and when it was taken, on which camera, and by whom. Only the picture itself is
kept: every image is decoded here and written anew, so nothing unseen can ride along.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageCms, ImageOps, UnidentifiedImageError

from desktop.errors import Refused
from desktop.networks.protocol import Capabilities, NetworkName
from desktop.words import translate

MAX_FILE = 100 * 1024 * 1024  # bytes
MAX_PIXELS = 89_000_000  # Pillow warns above it
QUALITIES = (92, 85, 78, 70, 60)
SMALLEST_SIDE = 320  # pixels; an image made smaller than this to fit helps nobody
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/webp": "WEBP"}
# A telephone's JPEG with a second picture inside is an MPO to Pillow; the first is the photograph.
MIMES = {name: mime for mime, name in FORMATS.items()} | {"MPO": "image/jpeg"}
ENDINGS = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".jpe": "image/jpeg",
    ".jfif": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
KINDS = "JPEG, PNG, GIF or WebP"


@dataclass(frozen=True)
class CleanImage:
    """A picture with nothing but its pixels: ``width`` and ``height`` in pixels, upright."""

    data: bytes
    mime: str
    width: int
    height: int
    sha256: str
    frames: int = 1  # more than one: it moves


def clean_file(path: Path) -> CleanImage:
    """Read and clean the image at ``path``; its size is looked at before anything is read."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise Refused(_too_large(path.name, size))
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        why = error.strerror or translate("Media", "it cannot be read")
        raise Refused(
            translate("Media", "“{name}” could not be opened: {why}. Choose another file.").format(
                name=path.name, why=why
            )
        ) from error
    return clean(data, filename=path.name)


def clean(data: bytes, *, filename: str) -> CleanImage:
    """Check that ``data`` is the image its name says, and keep nothing but the picture, upright.

    Raises ``Refused`` for anything else: another kind of file, one that is damaged, or one that is too large.
    """
    if len(data) > MAX_FILE:
        raise Refused(_too_large(filename, len(data)))
    with _decoding(filename), Pillow.open(io.BytesIO(data), formats=tuple(FORMATS.values())) as image:
        mime = MIMES[image.format or ""]
        _is_what_it_says(filename, mime)
        if image.width * image.height > MAX_PIXELS:
            raise Refused(_too_many_pixels(filename))
        frames = int(getattr(image, "n_frames", 1))
        if frames > 1 and mime != "image/jpeg":
            return _moving(image, mime, frames)
        return _still(_upright(image), mime)


def fit(image: CleanImage, capabilities: Capabilities) -> CleanImage:
    """Make ``image`` fit what the account's server takes: its type and its bytes.

    Raises ``Refused`` where that cannot be done without spoiling it.
    """
    if _fits(image, capabilities):
        return image
    if image.frames > 1:
        raise Refused(
            translate(
                "Media",
                "{network} cannot show this moving image. Use a still image for this account, or leave the "
                "image out there.",
            ).format(network=_network(capabilities))
        )
    with Pillow.open(io.BytesIO(image.data)) as opened:
        opened.load()
        for smaller in _attempts(opened, image.mime, capabilities.image_types):
            if len(smaller.data) <= capabilities.image_bytes:
                return smaller
    raise Refused(
        translate(
            "Media", "The image cannot be made small enough for {network} ({most}). Use a smaller image."
        ).format(network=_network(capabilities), most=_size(capabilities.image_bytes))
    )


def check(image: CleanImage, alt: str, capabilities: Capabilities) -> list[str]:
    """Return what stands in the way of publishing ``image`` there, each a sentence; empty where nothing does."""
    problems = []
    if not alt.strip():
        problems.append(
            translate("Media", "The image has no alt text. Describe it for people who cannot see it.")
        )
    if len(alt) > capabilities.alt_length:
        problems.append(
            translate(
                "Media", "The alt text has {count} characters and {network} takes {most}. Shorten it."
            ).format(count=len(alt), network=_network(capabilities), most=capabilities.alt_length)
        )
    if capabilities.max_images < 1:
        problems.append(
            translate("Media", "{network} takes no images. Leave the image out for this account.").format(
                network=_network(capabilities)
            )
        )
    elif image.frames > 1 and not _fits(image, capabilities):
        problems.append(
            translate("Media", "{network} cannot show this moving image. Use a still image there.").format(
                network=_network(capabilities)
            )
        )
    else:
        problems += _size_problems(image, capabilities)
    return problems


def _size_problems(image: CleanImage, capabilities: Capabilities) -> list[str]:
    problems = []
    if image.mime not in capabilities.image_types:
        kind = FORMATS.get(image.mime, image.mime)
        problems.append(
            translate("Media", "{network} does not take {kind} images. Convert the image first.").format(
                network=_network(capabilities), kind=kind
            )
        )
    if len(image.data) > capabilities.image_bytes:
        problems.append(
            translate(
                "Media", "The image has {size} and {network} takes {most}. Use a smaller image."
            ).format(
                size=_size(len(image.data)),
                network=_network(capabilities),
                most=_size(capabilities.image_bytes),
            )
        )
    return problems


def _fits(image: CleanImage, capabilities: Capabilities) -> bool:
    if image.frames > 1 and capabilities.network is NetworkName.BLUESKY:
        return False  # Bluesky takes some and shows the first picture only
    return image.mime in capabilities.image_types and len(image.data) <= capabilities.image_bytes


@contextmanager
def _decoding(filename: str) -> Iterator[None]:
    """Turn whatever Pillow makes of a bad file into a sentence."""
    try:
        yield
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise Refused(_too_many_pixels(filename)) from error
    except UnidentifiedImageError as error:
        raise Refused(
            translate("Media", "“{name}” is not an image that can be published. Use a {kinds} file.").format(
                name=filename, kinds=KINDS
            )
        ) from error
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, MemoryError) as error:
        raise Refused(
            translate(
                "Media", "“{name}” is damaged and cannot be read. Save it again or use another."
            ).format(name=filename)
        ) from error


def _is_what_it_says(filename: str, mime: str) -> None:
    ending = Path(filename).suffix.lower()
    if ending and ENDINGS.get(ending) != mime:
        raise Refused(
            translate(
                "Media",
                "“{name}” is not what its name says: it holds a {kind} image. Make sure that it is the right "
                "file, give it the right ending and add it again.",
            ).format(name=filename, kind=FORMATS[mime])
        )


def _upright(image: Pillow.Image) -> Pillow.Image:
    image.load()
    return _plain_colours(ImageOps.exif_transpose(image))


def _plain_colours(image: Pillow.Image) -> Pillow.Image:
    """Carry the colours of an embedded profile into sRGB: the profile itself may name the device."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a profile that cannot be used is left out; the pixels stand
    return image if made is None else made


def _still(image: Pillow.Image, mime: str) -> CleanImage:
    return _encoded(image, "image/png" if mime == "image/gif" else mime, quality=95)


def _moving(image: Pillow.Image, mime: str, frames: int) -> CleanImage:
    """Write an animation anew, frame by frame; its timing stays, its comments do not."""
    pictures, durations = [], []
    pixels = image.width * image.height
    if frames * pixels > MAX_PIXELS * 4:
        raise Refused(translate("Media", "The moving image is too long or too large. Use a shorter one."))
    for number in range(frames):
        image.seek(number)
        pictures.append(image.convert("RGBA"))
        pictures[-1].info.clear()
        durations.append(int(image.info.get("duration", 100)) or 100)
    out = io.BytesIO()
    rest = {"loop": int(image.info.get("loop", 0)), "duration": durations}
    if mime == "image/gif":
        rest["disposal"] = 2
    pictures[0].save(out, FORMATS[mime], save_all=True, append_images=pictures[1:], **rest)
    return _made(out.getvalue(), mime, image.width, image.height, frames)


def _encoded(image: Pillow.Image, mime: str, *, quality: int) -> CleanImage:
    """Write the pixels and nothing else."""
    pixels = _pixels_only(image, mime)
    out = io.BytesIO()
    if mime == "image/jpeg":
        pixels.save(out, "JPEG", quality=quality, subsampling=0 if quality >= 92 else 2)
    elif mime == "image/webp":
        pixels.save(out, "WEBP", quality=quality, method=4)
    else:
        pixels.save(out, "PNG", optimize=True)
    return _made(out.getvalue(), mime, image.width, image.height)


def _pixels_only(image: Pillow.Image, mime: str) -> Pillow.Image:
    """Copy the pixels in a mode that ``mime`` has, without the notes that Pillow would write along."""
    see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    if image.mode.startswith("I"):  # 16 bits a pixel: scaled, or it would turn white
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if see_through and mime == "image/jpeg":
        return _on_white(image)
    plain = image.convert("RGBA" if see_through else "L" if image.mode in ("L", "1") else "RGB")
    plain.info.clear()
    return plain


def _on_white(image: Pillow.Image) -> Pillow.Image:
    layer = image.convert("RGBA")
    ground = Pillow.new("RGB", layer.size, "white")
    ground.paste(layer, mask=layer.getchannel("A"))
    return ground


def _attempts(image: Pillow.Image, mime: str, types: tuple[str, ...]) -> Iterator[CleanImage]:
    """Try its own type, then lower qualities, then smaller sides, until the smallest that is of use."""
    exact = ("image/png", "image/jpeg") if mime == "image/png" else (mime, "image/jpeg", "image/png")
    as_it_is = next((m for m in exact if m in types), None)
    if as_it_is is not None:
        yield _encoded(image, as_it_is, quality=95)
    lossy = next((m for m in ("image/jpeg", "image/webp") if m in types), None)
    if lossy is None:
        return
    width, height = image.size
    while min(width, height) >= min(SMALLEST_SIDE, *image.size):
        sized = (
            image
            if (width, height) == image.size
            else image.resize((width, height), Pillow.Resampling.LANCZOS)
        )
        for quality in QUALITIES:
            yield _encoded(sized, lossy, quality=quality)
        width, height = width * 3 // 4, height * 3 // 4


def _made(data: bytes, mime: str, width: int, height: int, frames: int = 1) -> CleanImage:
    return CleanImage(data, mime, width, height, hashlib.sha256(data).hexdigest(), frames)


def _network(capabilities: Capabilities) -> str:
    return {NetworkName.BLUESKY: "Bluesky", NetworkName.MASTODON: "Mastodon"}[capabilities.network]


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"


def _too_large(filename: str, size: int) -> str:
    return translate(
        "Media", "“{name}” is too large ({size}); the most is {most}. Use a smaller image."
    ).format(name=filename, size=_size(size), most=_size(MAX_FILE))


def _too_many_pixels(filename: str) -> str:
    most = MAX_PIXELS // 1_000_000
    return translate(
        "Media", "“{name}” has too many pixels (the most is {most} million). Use a smaller image."
    ).format(name=filename, most=most)
