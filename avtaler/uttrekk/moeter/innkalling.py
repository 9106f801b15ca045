"""How the notice of one meeting stands: the deadline, what it comes from, and whether it was kept."""

from dataclasses import dataclass
from datetime import date

from avtaler.domene.hjemmel import Hjemmel, Sikkerhet
from avtaler.domene.moeter.innkalling import Grunnlag, Innkallingsfrist, Innkallingsstatus, innkallingsfrist
from avtaler.domene.moeter.innkalling import innkallingsstatus as status_for
from avtaler.models import Moete, Moetestatus, Organ
from avtaler.regler.innkalling import er_lest, innkallingsregel

from .ord import fristsetning, statussetning

#: States that a coordinator must do something about, or explain.
VARSLES = frozenset({
    Innkallingsstatus.NAERMER_SEG, Innkallingsstatus.FOR_SENT, Innkallingsstatus.SENDT_FOR_SENT,
    Innkallingsstatus.ETTER_MOETET,
})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Innkalling:
    """``lovtekst`` and ``hjemmel``: what the law says of calling this organ, where it says anything."""

    frist: Innkallingsfrist
    status: Innkallingsstatus
    setning: str
    advarsel: str
    lovtekst: str
    hjemmel: str
    kilde: str
    er_bekreftet: bool

    @property
    def fra_avtalen(self) -> bool:
        return self.frist.grunnlag is Grunnlag.AVTALE


def innkalling_av(moete: Moete, *, dato: date, maalform: str) -> Innkalling:
    """No queries when the organ and its agreement are at hand."""
    regel = innkallingsregel(moete.organ.avtale.form, moete.organ.type) if moete.organ.avtale else None
    frist = organets_frist(moete.organ, moete.dato)
    status = status_for(frist, moetedato=moete.dato, innkalt=moete.innkalt, dato=dato)
    ord_ = regel.regel if regel else None
    hjemmel: Hjemmel | None = ord_.hjemmel if ord_ else None
    return Innkalling(
        frist=frist, status=status, setning=fristsetning(frist), advarsel=_advarsel(moete, status),
        lovtekst=ord_.tekst.paa(maalform) if ord_ else "", hjemmel=hjemmel.paa(maalform) if hjemmel else "",
        kilde=hjemmel.kilde if hjemmel else "",
        er_bekreftet=ord_ is None or ord_.sikkerhet is Sikkerhet.LEST,
    )  # fmt: skip


def organets_frist(organ: Organ, moetedato: date) -> Innkallingsfrist:
    """The latest day to call a meeting of the organ on ``moetedato``."""
    regel = innkallingsregel(organ.avtale.form, organ.type) if organ.avtale else None
    return innkallingsfrist(
        moetedato, lovens_dager=regel.dager if regel else None, avtalens_dager=organ.innkalling_dager,
        er_rimelig=regel is not None, er_lest=bool(organ.avtale and er_lest(organ.avtale.form, organ.type)),
    )  # fmt: skip


def _advarsel(moete: Moete, status: Innkallingsstatus) -> str:
    """Nothing of a meeting that is cancelled, or was held without anybody writing down when it was called."""
    ikke_foert = moete.status == Moetestatus.HOLDT and moete.innkalt is None
    return "" if moete.status == Moetestatus.AVLYST or ikke_foert else statussetning(status)
