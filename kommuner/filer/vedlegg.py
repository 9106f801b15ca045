"""Documents that follow an agreement: what a file is by its content, and whether it may be kept.

PDF, Word and Excel are kept letter for letter, so that a signature still holds; what could run, fetch or hide in them
is a refusal. Pictures are drawn anew, so that nothing but what is seen comes along. Send them out again with
``navn.innholdsdisposisjon`` as an attachment, never in place.
"""

import base64
import hashlib
from dataclasses import dataclass

from kommuner.filer.navn import trygt_navn
from kommuner.filer.prosess import spoer_barn
from kommuner.filer.vakt import sjekk_stoerrelse
from kommuner.filer.vedleggsslag import MIME, STOERSTE_VEDLEGG, Vedleggsslag

__all__ = ["MIME", "STOERSTE_VEDLEGG", "Vedlegg", "Vedleggsslag", "godkjenn_vedlegg"]


@dataclass(frozen=True)
class Vedlegg:
    """A file that may be kept: ``innhold`` is what to store, ``navn`` what to show, ``slag`` also its ending."""

    slag: Vedleggsslag
    mime: str
    navn: str
    innhold: bytes
    sha256: str


def godkjenn_vedlegg(innhold: bytes, filnavn: str) -> Vedlegg:
    """Guard an uploaded document in a limited child process. The name's ending follows the content, never the reverse.

    Raises Filavvist, and nothing else because of the file.
    """
    sjekk_stoerrelse(innhold, STOERSTE_VEDLEGG)
    for melding in spoer_barn("vedlegg", innhold=innhold):
        if "slag" in melding:
            slag = Vedleggsslag(melding["slag"])
            renset = base64.b64decode(melding["tegnet"]) if melding["tegnet"] is not None else innhold
    navn = trygt_navn(filnavn, endelse=slag)
    return Vedlegg(slag, MIME[slag], navn, renset, hashlib.sha256(renset).hexdigest())
