"""Pictures drawn anew: only what is seen comes along, no place, no camera, nothing after the end. Runs in the child."""

import io
import struct

from PIL import Image, ImageOps

from kommuner.filer.avvisning import Filavvist, Grunn

FLESTE_PIKSLER = 40_000_000
_KVALITET = 90
_PNG_FARGER = {"1", "L", "LA", "P", "RGB", "RGBA", "I", "I;16"}
_JPG_FARGER = {"L", "RGB"}
# Ours is stricter, and asked before any pixel is unpacked.
Image.MAX_IMAGE_PIXELS = None


def tegn_paa_nytt(innhold: bytes, slag: str) -> bytes:
    """The same picture as new bytes, turned the way it was held. ``slag`` is «PNG» or «JPEG». Raises Filavvist."""
    try:
        with Image.open(io.BytesIO(innhold), formats=[slag]) as bilde:
            if bilde.width * bilde.height > FLESTE_PIKSLER:
                raise Filavvist(Grunn.FOR_MANGE_PIKSLER, bredde=bilde.width, hoeyde=bilde.height)
            bilde.load()
            return _skriv(ImageOps.exif_transpose(bilde), slag)
    # A plugin that meets a crooked file fails as the crookedness happens to be.
    except (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, struct.error) as feil:
        raise Filavvist(Grunn.OEDELAGT_BILDE) from feil


def _skriv(bilde: Image.Image, slag: str) -> bytes:
    farger = _PNG_FARGER if slag == "PNG" else _JPG_FARGER
    if bilde.mode not in farger:
        bilde = bilde.convert("RGB")
    # Profiles, comments and places stay behind; which colour is see-through is part of the picture.
    bilde.info = {navn: verdi for navn, verdi in bilde.info.items() if navn == "transparency"}
    ut = io.BytesIO()
    bilde.save(ut, slag, **({"quality": _KVALITET} if slag == "JPEG" else {"compress_level": 4}))
    return ut.getvalue()
