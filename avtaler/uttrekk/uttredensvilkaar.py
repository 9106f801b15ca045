"""The terms of leaving that hold for an agreement, and the border change that gives six months whatever is agreed."""

from datetime import date

from django.db.models import Q

from avtaler.domene.samarbeidsform import Tema
from avtaler.domene.uttreden import Vilkaarsgrunnlag, uttreden_ved_grenseendring
from avtaler.models import Avtale
from avtaler.regler import les_regelverk
from avtaler.regler.uttreden import vilkaar_i
from kommuner.models import Kommuneendring


def vilkaar_av(avtale: Avtale) -> Vilkaarsgrunnlag:
    """The agreement's own terms, else the law's for its form, else none. No queries."""
    return vilkaar_i(
        les_regelverk().form(avtale.form),
        maaneder=avtale.oppsigelse_maaneder,
        regel=avtale.oppsigelse_regel,
        bundet_til=avtale.bundet_til,
    )


def grenseendring_foer(part_id: int, form: str, varsel: date) -> date | None:
    """The day of the border change that lets the party give six months' notice on ``varsel``, if there is one.

    One query, none for a form that inndelingslova § 16 does not speak of.
    """
    if les_regelverk().form(form).regel_om(Tema.GRENSEENDRING) is None:
        return None
    endringer = Kommuneendring.objects.filter(Q(fra_part=part_id) | Q(til_part=part_id), dato__lte=varsel)
    siste = endringer.order_by("-dato").values_list("dato", flat=True).first()
    return siste if siste is not None and uttreden_ved_grenseendring(varsel, iverksatt=siste) else None
