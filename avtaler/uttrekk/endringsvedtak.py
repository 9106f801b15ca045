"""Who must adopt a draft of the agreement's next wording, what it changes, and whether they have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.endringskrav import Endringskrav, hvem_vedtar_endring
from avtaler.domene.ordlyd import endrede_punkter, gjeldende, siste_vedtatte
from avtaler.models import Avtaleversjon, Vedtaksstatus
from avtaler.regler import les_regelverk
from kommuner.domene.skriving import vis_dato


@dataclass(frozen=True, kw_only=True)
class Endringsvedtak:
    """What a draft changes in the wording it was copied from, and who adopts that."""

    krav: Endringskrav
    endrede: tuple[str, ...]
    """Codes of the statutory items whose clause says something else."""
    har_andre: bool
    """Whether clauses beside the law's list are changed too."""

    @property
    def endrer_noe(self) -> bool:
        return bool(self.endrede) or self.har_andre


def endringsvedtak(versjon: Avtaleversjon, *, fra: date | None = None) -> Endringsvedtak:
    """Judged by the agreement's form, against the wording in force on ``fra`` (None: the last that is no draft).

    Three queries, when the agreement and the clauses of ``versjon`` are at hand.
    """
    andre = [v for v in versjon.avtale.versjoner.prefetch_related("bestemmelser") if v.pk != versjon.pk]
    foer, etter = (siste_vedtatte(andre) if fra is None else gjeldende(andre, fra)), versjon
    endrede = endrede_punkter(klausuler(foer), klausuler(etter))
    return Endringsvedtak(
        krav=hvem_vedtar_endring(les_regelverk().form(versjon.avtale.form), endrede), endrede=endrede,
        har_andre=bool(endrede_punkter(andre_punkter(foer), andre_punkter(etter))),
    )  # fmt: skip


def klausuler(versjon: Avtaleversjon | None) -> dict[str, str]:
    """The statutory clauses by code."""
    return {ett.krav: ett.tekst for ett in versjon.bestemmelser.all() if ett.krav} if versjon else {}


def andre_punkter(versjon: Avtaleversjon | None) -> dict[str, str]:
    """The clauses beside the list by heading, in order; two of the same heading are told apart by their number."""
    punkter: dict[str, str] = {}
    for ett in versjon.bestemmelser.all() if versjon else ():
        if not ett.krav:
            like = sum(tittel == ett.tittel or tittel.startswith(f"{ett.tittel} (") for tittel in punkter)
            punkter[f"{ett.tittel} ({like + 1})" if like else ett.tittel] = ett.tekst
    return punkter


def hindringer_for_ikraftsetting(versjon: Avtaleversjon, *, fra: date, dato: date) -> list[str]:
    """What the register does not show that the law asks for before ``versjon`` holds from ``fra``; none is the rule."""
    return [*_vedtakshindringer(versjon, fra, dato), *_rekkefoelgehindringer(versjon, fra)]


def _vedtakshindringer(versjon: Avtaleversjon, fra: date, dato: date) -> Iterable[str]:
    if not endringsvedtak(versjon, fra=fra).krav.krever_alle_kommunestyrene:
        return
    if versjon.runde is None:
        yield _("Endringen må vedtas av alle kommunestyrene, men versjonen er ikke knyttet til noen sak.")
        return
    vedtak = list(versjon.runde.vedtak.values_list("status", "dato"))
    datoer = [gitt for status, gitt in vedtak if status == Vedtaksstatus.LIKELYDENDE and gitt and gitt <= dato]
    if not vedtak or len(datoer) < len(vedtak):
        yield _("%(antall)s av %(alle)s råd har vedtatt endringen likelydende.") % {
            "antall": len(datoer), "alle": len(vedtak),
        }  # fmt: skip
    elif fra < max(datoer):
        yield _("Det siste rådet vedtok endringen %(dato)s.") % {"dato": vis_dato(max(datoer))}


def _rekkefoelgehindringer(versjon: Avtaleversjon, fra: date) -> Iterable[str]:
    senere = versjon.avtale.versjoner.exclude(pk=versjon.pk).filter(fra__gt=fra).order_by("fra").first()
    if senere is not None:
        yield _("En senere versjon gjelder alt fra %(dato)s.") % {"dato": vis_dato(senere.fra)}
