"""What a new round starts from: the clauses a version changes, or an earlier round of the same case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.ordlyd import gjeldende
from avtaler.domene.samsvar import er_like_ord, ord_paa
from avtaler.models import Avtaleversjon, Bestemmelse, Runde, Rundeslag
from avtaler.regler import les_regelverk
from kommuner.models import Part

from .rundetavle import Rundetavle, forslaget


@dataclass(frozen=True, kw_only=True)
class Punktforslag:
    """One point as it can be proposed."""

    navn: str
    krav: str
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Rundeforslag:
    """What the form of a new round is filled with. ``parter`` are those it goes to; None for those the kind asks."""

    felt: dict[str, object]
    punkter: tuple[Punktforslag, ...]
    parter: tuple[Part, ...] | None = None


def fra_versjon(versjon: Avtaleversjon, *, dato: date) -> Rundeforslag:
    """A change of the agreement: one point for each clause that differs from the wording in force. Four queries."""
    avtale = versjon.avtale
    andre = [v for v in avtale.versjoner.prefetch_related("bestemmelser") if v.pk != versjon.pk]
    i_kraft = gjeldende(andre, dato)
    gamle = _etter_noekkel(i_kraft.bestemmelser.all()) if i_kraft else {}
    nye = _etter_noekkel(versjon.bestemmelser.all())
    endret = [noekkel for noekkel in [*nye, *(g for g in gamle if g not in nye)] if _er_endret(noekkel, gamle, nye)]
    ny_avtale = i_kraft is None
    tekst = _("Kommunestyret vedtar versjon %(nummer)s av avtalen om %(navn)s.")
    return Rundeforslag(
        felt={
            "slag": Rundeslag.OPPRETTE if ny_avtale else Rundeslag.ENDRE, "maalform": versjon.maalform,
            "tittel": _("Endring av avtalen") if not ny_avtale else _("Ny avtale"),
            "forslag": tekst % {"nummer": versjon.nummer, "navn": avtale.navn},
            "avtalt_ikrafttreden": versjon.fra,
        },
        punkter=tuple(_punkt(noekkel, nye, avtale.maalform) for noekkel in endret),
    )  # fmt: skip


def fra_runde(runde: Runde, tavle: Rundetavle, *, bare_felles: bool) -> Rundeforslag:
    """The same case with changed text, to the same councils; ``bare_felles``: to those who have the common words."""
    felles = tavle.samsvar.felles if bare_felles else None
    ordlyd = felles.ordlyd if felles else None
    rader = [rad for rad in tavle.rader if felles is None or str(rad.id) in felles.hvem]
    egne = {part.pk: part for part in Part.objects.filter(pk__in=[rad.part_id for rad in rader])}
    felt = ("slag", "tittel", "maalform", "avtalt_ikrafttreden", "gjelder_part", "ansvarlig", "delvis_ikrafttreden")
    punkter = zip(runde.punkter.all(), forslaget(runde).punkter, strict=True)
    return Rundeforslag(
        felt={navn: getattr(runde, navn) for navn in felt}
        | {"forslag": (ordlyd.tekst if ordlyd else "") or runde.forslag},
        punkter=tuple(
            Punktforslag(navn=lagret.navn, krav=lagret.krav, tekst=ord_paa(ordlyd, punkt)) for lagret, punkt in punkter
        ),
        parter=tuple(egne[rad.part_id] for rad in rader),
    )


def kravvalg(form: str, *, dato: date, maalform: str) -> list[tuple[str, str]]:
    """The statutory items of the form, as choices."""
    return [(krav.kode, krav.tittel.paa(maalform)) for krav in les_regelverk().krav_for(form, dato)]


def _etter_noekkel(bestemmelser: Iterable[Bestemmelse]) -> dict[tuple[str, str], str]:
    return {(b.krav, b.tittel): b.tekst for b in bestemmelser if b.tekst.strip()}


def _er_endret(noekkel: tuple[str, str], gamle: dict[tuple[str, str], str], nye: dict[tuple[str, str], str]) -> bool:
    return not er_like_ord(gamle.get(noekkel, ""), nye.get(noekkel, ""))


def _punkt(noekkel: tuple[str, str], nye: dict[tuple[str, str], str], maalform: str) -> Punktforslag:
    krav, tittel = noekkel
    ordlyder: Sequence = les_regelverk().krav_med_kode(krav) if krav else ()
    navn = ordlyder[-1].tittel.paa(maalform) if ordlyder else tittel or krav
    return Punktforslag(navn=navn[:120], krav=krav, tekst=nye.get(noekkel, _("Punktet går ut av avtalen.")))
