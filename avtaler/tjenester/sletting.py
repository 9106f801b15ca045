"""Deleting what should never have been entered: a draft that nothing has been decided about."""

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.domene.runde import BEHANDLET
from avtaler.models import Avtale, Raadsvedtak, Runde

from .avvisning import Avvist


@transaction.atomic
def slett_utkast(avtale: Avtale) -> None:
    """Delete the draft with its participants, text, rounds, keys and budgets. Raises Avvist when it must stay."""
    # An answer takes the lock of its round: one on its way is seen here, one that comes later finds no round. The
    # rounds come before the agreement, as in every other act, so that two never wait for each other.
    list(Runde.objects.select_for_update(of=("self",)).filter(avtale=avtale).order_by("pk"))
    avtale = Avtale.objects.select_for_update().get(pk=avtale.pk)
    if hinder := hinder_for_sletting(avtale):
        raise Avvist(hinder)
    # The floor above hangs its budgets and keys on the agreement; without a split nothing rests on them.
    avtale.budsjetter.all().delete()
    avtale.noekler.all().delete()
    avtale.delete()


def hinder_for_sletting(avtale: Avtale) -> str:
    """Why the agreement must stay, as a sentence for the user; empty when it can be deleted."""
    if not avtale.er_utkast:
        return _("Bare et utkast kan slettes. En avtale som er publisert, avslutter du, så historikken blir stående.")
    if Raadsvedtak.objects.filter(runde__avtale=avtale, status__in=BEHANDLET).exists():
        return _("Et råd har behandlet en sak om avtalen. Da kan den ikke slettes.")
    if avtale.fordelinger.exists():
        return _("En fordeling av kostnadene er vedtatt. Da kan avtalen ikke slettes.")
    if avtale.eierformaal.exists():
        return _("En kommune har skrevet i eierskapsmeldingen sin hvorfor den er med. Da kan avtalen ikke slettes.")
    return ""
