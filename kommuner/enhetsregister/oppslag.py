"""One unit over HTTP: from the host of the setting and no other, no redirects, a few seconds, one megabyte of JSON."""

import time
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from django.conf import settings

from kommuner.domene.enhetsregister import Feilgrunn, Registerfeil, Registerutdrag, les_utdrag
from kommuner.domene.orgnr import er_gyldig_orgnr

FRIST_SEKUNDER = 5.0
STOERST = 1024 * 1024
BIT = 64 * 1024
STI = "/enhetsregisteret/api/enheter"
#: Forms whose participants answer with shares that the register knows.
MED_DELTAKERE = frozenset({"IKS", "ANS", "DA", "KS"})
_STATUS = {404: Feilgrunn.FINNES_IKKE, 410: Feilgrunn.FJERNET}


class _IngenVideresending(HTTPRedirectHandler):
    """A redirect is an answer we did not ask for: it could lead anywhere."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


@dataclass(frozen=True)
class Registertjeneste:
    """The register at ``url`` (scheme and host). ``frist`` is how many seconds one answer may take."""

    url: str
    frist: float = FRIST_SEKUNDER

    def hent(self, orgnr: str) -> Registerutdrag:
        """The unit, and its participants when its form has any. Raises Registerfeil, and nothing else."""
        if not er_gyldig_orgnr(orgnr):
            raise Registerfeil(Feilgrunn.UGYLDIG_ORGNR, tekst=orgnr[:30])
        utdrag = self._utdrag(orgnr, f"{STI}/{orgnr}")
        enhet = utdrag.enheter.get(orgnr)
        if enhet is None:
            raise Registerfeil(Feilgrunn.UVENTET_SVAR)
        if enhet.form in MED_DELTAKERE and enhet.slettet is None:
            utdrag = utdrag.sammen_med(self._utdrag(orgnr, f"{STI}/{orgnr}/roller"))
        return utdrag

    def _utdrag(self, orgnr: str, sti: str) -> Registerutdrag:
        """What the answer says of this number; an answer about anything else is no answer."""
        innhold = self._les(sti)
        try:
            return les_utdrag(innhold, orgnr=orgnr).bare(frozenset({orgnr}))
        except Registerfeil as feil:
            raise Registerfeil(Feilgrunn.UVENTET_SVAR) from feil

    def _les(self, sti: str) -> bytes:
        slutt = time.monotonic() + self.frist
        spoersmaal = Request(self.url + sti, headers={"Accept": "application/json"})
        try:
            with _aapner().open(spoersmaal, timeout=self.frist) as svar:
                _krev_json(svar.headers.get_content_type())
                return _innhold(svar, slutt)
        except HTTPError as feil:
            feil.close()
            raise Registerfeil(_STATUS.get(feil.code, Feilgrunn.UVENTET_SVAR)) from feil
        except (OSError, HTTPException, ValueError) as feil:
            raise Registerfeil(Feilgrunn.SVARTE_IKKE) from feil


def kan_slaa_opp() -> bool:
    """Whether this site may ask the register over the network."""
    return bool(settings.ENHETSREGISTERET_URL)


def tjenesten() -> Registertjeneste:
    """The register of the setting. Raises Registerfeil when there is none, or one that is not asked safely."""
    url = settings.ENHETSREGISTERET_URL.rstrip("/")
    if not url:
        raise Registerfeil(Feilgrunn.AVSLAATT)
    deler = urlsplit(url)
    er_trygg = deler.scheme == "https" or (settings.TEST and deler.hostname == "127.0.0.1")
    if not er_trygg or not deler.hostname or deler.path or deler.query:
        raise Registerfeil(Feilgrunn.AVSLAATT)
    return Registertjeneste(url)


def _aapner() -> OpenerDirector:
    return build_opener(_IngenVideresending)


def _krev_json(innholdstype: str) -> None:
    """«application/json», or the register's own «application/vnd.brreg.….v2+json»."""
    if innholdstype != "application/json" and not innholdstype.endswith("+json"):
        raise Registerfeil(Feilgrunn.UVENTET_SVAR)


def _innhold(svar: Any, slutt: float) -> bytes:
    """The whole body: piece by piece, since one that trickles would never meet the time limit of the socket."""
    innhold = bytearray()
    while bit := svar.read1(BIT):
        innhold += bit
        if len(innhold) > STOERST:
            raise Registerfeil(Feilgrunn.FOR_STOR)
        if time.monotonic() > slutt:
            raise Registerfeil(Feilgrunn.SVARTE_IKKE)
    return bytes(innhold)
