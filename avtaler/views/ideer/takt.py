"""How often one address may write: counted in the cache under a keyed hash, forgotten after ten minutes."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

FLEST = 5
SEKUNDER = 600


def for_mange(request: HttpRequest) -> bool:
    """Count this attempt, and say whether there have been too many; those that are too many are not counted.

    Each attempt takes a place of its own and gives it back ten minutes later, whatever comes after it. ``add`` is one
    statement, so two at once do not share a place. The address is kept nowhere: the hash cannot be turned back
    without the site's secret.
    """
    adresse = get_adapter(request).get_client_ip(request)
    noekkel = f"innspill-{salted_hmac('innspill', adresse).hexdigest()}"
    return not any(cache.add(f"{noekkel}-{plass}", True, SEKUNDER) for plass in range(FLEST))
