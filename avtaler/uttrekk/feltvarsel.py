"""Who must adopt what was changed in the fields of the register: the name, the shares, the seats, the terms."""

from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import Avtalegrunnlag
from avtaler.domene.endringskrav import endrede_felt, hvem_vedtar_endring, momenter_for_felt
from avtaler.regler import les_regelverk

from .versjoner import momenttitler


def feltvarsel(foer: Avtalegrunnlag, etter: Avtalegrunnlag, *, dato: date, maalform: str) -> str:
    """A sentence when the fields touch what every council must adopt itself; otherwise empty. No queries."""
    regelverk = les_regelverk()
    form = regelverk.form(etter.form)
    momenter = momenter_for_felt(form, regelverk.krav_for(etter.form, dato), endrede_felt(foer, etter))
    krav = hvem_vedtar_endring(form, momenter)
    if not momenter or not krav.krever_alle_kommunestyrene:
        return ""
    titler = momenttitler(momenter, etter.form, dag=dato, maalform=maalform)
    return _("Du har endret: %(punkter)s. %(regel)s Retter du bare noe som var ført feil, trengs ingen vedtak.") % {
        "punkter": ", ".join(f"«{tittel}»" for tittel, _paragraf, _kilde in titler), "regel": krav.tekst.paa(maalform),
    }  # fmt: skip
