"""What an idea can become: who would be in it, and which forms the law leaves open to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from avtaler.domene.ideer.formvalg import vurder_former
from avtaler.domene.ideer.interesse import Svar, forenet
from avtaler.models.idee import Ide
from avtaler.regler import les_regelverk
from kommuner.models import Part

from .rader import ideer_med_alt, medlemmer_av, stemmer


@dataclass(frozen=True, kw_only=True)
class Formrad:
    """One legal form: what it is, its paragraph, and why it does not fit, when it does not."""

    kode: str
    navn: str
    beskrivelse: str
    hjemmel: str
    kilde: str
    grunner: tuple[str, ...]

    @property
    def passer(self) -> bool:
        return not self.grunner


@dataclass(frozen=True, kw_only=True)
class Grunnlag:
    """Those who want to be in it, and everybody who may be chosen: members, those wanted and those who answered."""

    vil: tuple[Part, ...]
    alle: tuple[Part, ...]
    har_svart: int


def grunnlag(ide: Ide, *, dato: date) -> Grunnlag:
    """Who the idea can be carried out with, in a fixed number of queries."""
    familie = [ett for ett in ideer_med_alt().filter(region=ide.region_id) if ide.pk in _og_den_den_staar_for(ett)]
    svar = forenet(stemmer(familie))
    oensket = {part.pk for ett in familie for part in ett.oensket.all()}
    medlemmer = {part.pk for part in medlemmer_av([ide.region_id], dato=dato).get(ide.region_id, ())}
    alle = tuple(Part.objects.filter(pk__in=medlemmer | oensket | set(svar)))
    vil = tuple(part for part in alle if part.pk in svar and svar[part.pk].svar == Svar.VIL)
    return Grunnlag(vil=vil, alle=alle, har_svart=len(svar))


def formrader(parter: Sequence[Part], *, dato: date, maalform: str) -> tuple[Formrad, ...]:
    """Every form that can be entered into on ``dato``, those that fit ``parter`` first."""
    vurderinger = vurder_former(les_regelverk().former.values(), [part.type for part in parter], dato)
    rader = (
        Formrad(
            kode=v.form.kode,
            navn=v.form.navn.paa(maalform),
            beskrivelse=v.form.beskrivelse.paa(maalform),
            hjemmel=v.form.hjemmel.paa(maalform),
            kilde=v.form.hjemmel.kilde,
            grunner=tuple(grunn.paa(maalform) for grunn in v.grunner),
        )
        for v in vurderinger
    )
    return tuple(sorted(rader, key=lambda rad: not rad.passer))


def _og_den_den_staar_for(ide: Ide) -> tuple[int | None, ...]:
    return (ide.pk, ide.slaatt_sammen_med_id)
