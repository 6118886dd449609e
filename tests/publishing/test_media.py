"""Images: only the picture goes out, and what is no picture is refused in a sentence."""

from __future__ import annotations

import dataclasses
import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from desktop.errors import Refused
from desktop.networks.protocol import Capabilities, NetworkName
from desktop.publishing import media

SECRET = b"PC 4417 Marsh"
MASTODON = Capabilities(
    network=NetworkName.MASTODON,
    software="Mastodon 4.6",
    max_length=500,
    url_length=23,
    max_images=4,
    image_types=("image/jpeg", "image/png", "image/gif", "image/webp"),
    image_bytes=16_000_000,
    alt_length=1500,
    direct_messages=True,
    can_delete=True,
    keeps_client_key=True,
)
BLUESKY = dataclasses.replace(
    MASTODON,
    network=NetworkName.BLUESKY,
    image_types=("image/jpeg", "image/png", "image/webp"),
    image_bytes=2_000_000,
)


def picture(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new(mode, (width, height), "blue")
    image.paste(Image.new(mode, (width // 2, height), "red"), (0, 0))
    return image


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(1).randbytes(width * height * 3))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(clean: media.CleanImage) -> Image.Image:
    with Image.open(io.BytesIO(clean.data)) as image:
        image.load()
        return image


def photograph() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees
    exif[0x013B] = SECRET.decode()  # artist
    exif[0x8769] = {0x9003: "2026:11:23 02:14:00"}
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 12.0)}
    return saved(picture(), "JPEG", exif=exif, comment=SECRET, quality=95)


def test_a_photograph_loses_its_metadata_and_stands_upright() -> None:
    assert SECRET in photograph()
    clean = media.clean(photograph(), filename="scene.JPG")
    assert (clean.mime, clean.width, clean.height) == ("image/jpeg", 40, 60)
    assert SECRET not in clean.data
    image = opened(clean)
    assert not image.getexif()
    assert not {"exif", "comment", "xmp", "icc_profile", "photoshop"} & set(image.info)
    red, _, blue = image.convert("RGB").getpixel((20, 5))  # type: ignore[misc]
    assert red > 200 > 50 > blue  # the left half is on top now


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "JPEG"])
def test_nothing_but_the_pixels_stays_in_any_type(kind: str) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options: dict[str, object] = {
        "PNG": {"pnginfo": notes, "icc_profile": profile},
        "WEBP": {"xmp": SECRET, "icc_profile": profile, "lossless": True},
        "GIF": {"comment": SECRET},
        "JPEG": {"comment": SECRET, "icc_profile": profile},
    }[kind]  # type: ignore[assignment]
    data = saved(picture(), kind, **options)
    assert SECRET in data
    clean = media.clean(data, filename=f"picture.{kind.lower()}")
    assert SECRET not in clean.data
    assert "icc_profile" not in opened(clean).info
    assert opened(clean).size == (60, 40)


def test_the_same_picture_has_the_same_hash() -> None:
    first, second = (media.clean(photograph(), filename="a.jpg") for _ in range(2))
    assert first == second
    assert len(first.sha256) == 64


@pytest.mark.parametrize(
    ("data", "filename", "words"),
    [
        (saved(picture(), "PNG"), "suspect.jpg", "holds a PNG image"),
        (saved(picture(), "PNG"), "list.txt", "holds a PNG image"),
        (b"MZ\x90\x00 not a picture at all", "suspect.jpg", "not an image"),
        (b"", "suspect.jpg", "not an image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "map.svg", "not an image"),
        (saved(picture(), "TIFF"), "scan.tiff", "not an image"),
        (photograph()[:700], "cut.jpg", "damaged"),
        (saved(picture(), "PNG")[:-30], "cut.png", "damaged"),
    ],
)
def test_what_is_no_honest_image_is_refused(data: bytes, filename: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        media.clean(data, filename=filename)
    assert filename in refused.value.reason


def test_an_image_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    bomb = saved(Image.new("1", (20_000, 20_000)), "PNG")
    assert len(bomb) < 200_000
    with pytest.raises(Refused, match="too many pixels"):
        media.clean(bomb, filename="bomb.png")
    large = saved(Image.new("1", (10_000, 9_000)), "PNG")
    with pytest.raises(Refused, match="too many pixels"):
        media.clean(large, filename="large.png")


def test_a_file_over_100_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "film.jpg"
    with path.open("wb") as file:
        file.truncate(media.MAX_FILE + 1)  # sparse: it takes no room
    with pytest.raises(Refused, match="too large"):
        media.clean_file(path)


def test_a_file_is_read_from_disk_and_a_missing_one_said_so(tmp_path: Path) -> None:
    path = tmp_path / "scene.jpg"
    path.write_bytes(photograph())
    assert media.clean_file(path).width == 40
    with pytest.raises(Refused, match="could not be opened"):
        media.clean_file(tmp_path / "gone.jpg")
    with pytest.raises(Refused, match="could not be opened"):
        media.clean_file(tmp_path)


def test_an_image_that_fits_is_left_alone() -> None:
    clean = media.clean(photograph(), filename="a.jpg")
    assert media.fit(clean, BLUESKY) is clean


def test_a_large_photograph_is_made_to_fit() -> None:
    clean = media.clean(saved(noise(1500, 1200), "JPEG", quality=97), filename="a.jpg")
    assert len(clean.data) > BLUESKY.image_bytes
    fitted = media.fit(clean, BLUESKY)
    assert len(fitted.data) <= BLUESKY.image_bytes
    assert fitted.mime == "image/jpeg"
    assert abs(fitted.width / fitted.height - 1.25) < 0.02
    assert opened(fitted).size == (fitted.width, fitted.height)


def test_a_type_that_a_server_does_not_take_is_converted() -> None:
    clean = media.clean(saved(picture(mode="RGBA"), "WEBP", lossless=True), filename="a.webp")
    only_png = dataclasses.replace(MASTODON, image_types=("image/png",))
    assert media.fit(clean, only_png).mime == "image/png"
    assert media.check(clean, "A map", only_png) == [
        "Mastodon does not take WEBP images. Convert the image first."
    ]


def test_what_cannot_be_made_to_fit_is_refused() -> None:
    clean = media.clean(saved(noise(600, 600), "PNG"), filename="a.png")
    with pytest.raises(Refused, match="cannot be made small enough"):
        media.fit(clean, dataclasses.replace(BLUESKY, image_bytes=1000))
    with pytest.raises(Refused, match="cannot be made small enough"):
        media.fit(clean, dataclasses.replace(MASTODON, image_types=("image/heic",)))


def test_a_see_through_image_is_put_on_white_where_it_must_be() -> None:
    image = Image.new("RGBA", (50, 50), (255, 0, 0, 0))
    clean = media.clean(saved(image, "PNG"), filename="crest.png")
    assert opened(clean).mode == "RGBA"
    fitted = media.fit(clean, dataclasses.replace(MASTODON, image_types=("image/jpeg",)))
    assert opened(fitted).getpixel((25, 25)) == (255, 255, 255)


def test_a_16_bit_scan_keeps_its_greys() -> None:
    clean = media.clean(saved(Image.new("I;16", (30, 30), 0x8000), "PNG"), filename="scan.png")
    assert opened(clean).convert("L").getpixel((5, 5)) == 128


def moving() -> bytes:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "green", "blue")]
    return saved(
        frames[0],
        "GIF",
        save_all=True,
        append_images=frames[1:],
        duration=[50, 90, 40],
        loop=0,
        comment=SECRET,
    )


def test_a_moving_image_moves_on_mastodon_and_is_refused_for_bluesky() -> None:
    clean = media.clean(moving(), filename="alert.gif")
    assert (clean.frames, clean.mime) == (3, "image/gif")
    assert SECRET not in clean.data
    with Image.open(io.BytesIO(clean.data)) as image:
        assert image.n_frames == 3  # type: ignore[attr-defined]
        image.seek(1)
        assert image.info["duration"] == 90
    assert media.fit(clean, MASTODON) is clean
    assert media.check(clean, "Blue lights", MASTODON) == []
    with pytest.raises(Refused, match="Bluesky cannot show this moving image"):
        media.fit(clean, BLUESKY)
    assert media.check(clean, "Blue lights", BLUESKY) == [
        "Bluesky cannot show this moving image. Use a still image there."
    ]


def test_problems_are_said_in_sentences() -> None:
    clean = media.clean(saved(noise(1000, 1000), "PNG"), filename="a.png")
    assert media.check(clean, " ", BLUESKY) == [
        "The image has no alt text. Describe it for people who cannot see it.",
        "The image has 3.0 MB and Bluesky takes 2.0 MB. Use a smaller image.",
    ]
    assert media.check(clean, "x" * 1501, MASTODON) == [
        "The alt text has 1501 characters and Mastodon takes 1500. Shorten it."
    ]
    none = dataclasses.replace(MASTODON, max_images=0)
    assert media.check(clean, "A map", none) == [
        "Mastodon takes no images. Leave the image out for this account."
    ]
