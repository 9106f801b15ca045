"""How accounts come to be: an administrator makes them, nobody signs up. And what is said when a login fails."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils import translation
from django.utils.translation import gettext_lazy as _

FEIL_KODE = _("Koden er ikke riktig. Skriv koden som appen viser nå, eller en reservekode du ikke har brukt.")
FOR_MANGE = _("Du har prøvd for mange ganger. Vent noen minutter, og prøv igjen.")


class Kontoadapter(DefaultAccountAdapter):
    """Local accounts for people with a role in a region or a municipality."""

    # allauth's own sentences exist in bokmål, not in nynorsk; these are the ones our pages can show.
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Kontoen er stengt. Ta kontakt med administratoren i regionen din."),
        "email_password_mismatch": _("E-postadressen eller passordet er ikke riktig."),
        "invalid_login": _("E-postadressen eller passordet er ikke riktig."),
        "enter_current_password": _("Det nåværende passordet er ikke riktig."),
        "incorrect_password": _("Passordet er ikke riktig."),
        "incorrect_code": FEIL_KODE,
        "invalid_password_reset": _("Lenken er brukt eller for gammel. Be om en ny."),
        "too_many_login_attempts": FOR_MANGE,
        "rate_limited": FOR_MANGE,
    }

    def is_open_for_signup(self, request):
        return False

    def send_password_reset_mail(self, user, email, context):
        """In the account's own language: the one who asks may sit at another's machine."""
        with translation.override(user.maalform):
            super().send_password_reset_mail(user, email, context)


class Tofaktoradapter(DefaultMFAAdapter):
    """The second factor: an app with codes, and reserve codes on paper."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Tofaktor kan ikke slås av for denne kontoen."),
        "cannot_generate_recovery_codes": _("Slå på tofaktor før du lager reservekoder."),
        "incorrect_code": FEIL_KODE,
        "rate_limited": FOR_MANGE,
        "unverified_email": _("Bekreft e-postadressen din før du slår på tofaktor."),
    }
