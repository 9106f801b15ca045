"""One meeting: its facts and notice, the agenda with what governs each item, the minutes, and who reported home."""

from dataclasses import dataclass
from datetime import date

from avtaler.models import Moete, Moetestatus
from kommuner.tilgang import Innsyn

from .hjemme import Melderad, frist, hjemmemeldinger
from .innkalling import Innkalling, innkalling_av
from .liste import Moeterad, moeterad
from .saker import Saksrad, Styringsdokument, sakenes, saksrad
from .varsling import Varsling, skal_varsles


@dataclass(frozen=True, kw_only=True)
class Moeteside:
    """``har_innsyn``: the reader sees what is behind closed doors. ``meldinger`` only once the meeting is held."""

    rad: Moeterad
    lukket_hjemmel: str
    innkalt: date | None
    lenke: str
    referat: str
    referat_er_skjult: bool
    innkalling: Innkalling
    varsling: Varsling | None
    saker: tuple[Saksrad, ...]
    styringsdokumenter: tuple[Styringsdokument, ...]
    meldinger: tuple[Melderad, ...]
    meldefrist: date
    har_innsyn: bool

    @property
    def antall_mangler(self) -> int:
        return sum(melding.status == "mangler" for melding in self.meldinger)

    @property
    def har_vedtak(self) -> bool:
        return any(sak.vedtak for sak in self.saker)


def moeteside(moete: Moete, innsyn: Innsyn, *, dato: date, maalform: str) -> Moeteside:
    """A fixed number of queries. Wants the organ with its agreement and region."""
    har_innsyn = Moete.objects.med_innsyn_for(innsyn).filter(pk=moete.pk).exists()
    saker = list(moete.saker.select_related("runde", "initiativ__fra_organ", "initiativ__til_organ", "moete"))
    avtale = moete.organ.avtale_id
    ledd = sakenes(saker, innsyn, dato=dato, og_avtale=avtale)
    holdt = moete.status == Moetestatus.HOLDT and moete.dato <= dato
    skjult = not moete.er_aapent and not har_innsyn
    return Moeteside(
        rad=moeterad(moete, innsyn, har_innsyn=har_innsyn, dato=dato, maalform=maalform),
        lukket_hjemmel=moete.lukket_hjemmel, innkalt=moete.innkalt, lenke="" if skjult else moete.lenke,
        referat="" if skjult else moete.referat,
        referat_er_skjult=skjult and bool(moete.referat),
        innkalling=innkalling_av(moete, dato=dato, maalform=maalform), varsling=skal_varsles(moete),
        saker=tuple(
            saksrad(sak, ledd, har_innsyn=har_innsyn, moetets_avtale=avtale, dato=dato) for sak in saker
        ),
        styringsdokumenter=ledd.styring.get(avtale, ()) if avtale else (),
        meldinger=hjemmemeldinger(moete, innsyn, har_innsyn=har_innsyn, dato=dato) if holdt else (),
        meldefrist=frist(moete), har_innsyn=har_innsyn,
    )  # fmt: skip
