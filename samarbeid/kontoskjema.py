"""allauth's forms with our words: Norwegian labels, sentences that say what to do, and no placeholders."""

from allauth.account import forms as konto
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _


def _sett(skjema: forms.Form, navn: str, *, ledetekst: str, mangler: str, hjelp: str = "", **attrs: str) -> None:
    """Give a field its label, its help, its sentence when left empty, and attributes of the input."""
    felt = skjema.fields[navn]
    felt.label, felt.help_text = ledetekst, hjelp
    felt.error_messages["required"] = mangler
    felt.widget.attrs.pop("placeholder", None)
    felt.widget.attrs.update(attrs)


def _sett_nytt_passord(skjema: forms.Form) -> None:
    """One field for the new password; who mistypes it asks for a new link."""
    del skjema.fields["password2"]
    _sett(
        skjema,
        "password1",
        ledetekst=_("Nytt passord"),
        mangler=_("Skriv et nytt passord."),
        hjelp=_("Minst 12 tegn. Flere tilfeldige ord etter hverandre er lett å huske og vanskelig å gjette."),
    )


def _sett_kode(skjema: forms.Form, *, hjelp: str) -> None:
    attrs = {"autocomplete": "one-time-code", "inputmode": "text", "class": "felt-kort"}
    _sett(skjema, "code", ledetekst=_("Kode"), mangler=_("Skriv koden."), hjelp=hjelp, **attrs)


class Innlogging(konto.LoginForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _sett(self, "login", ledetekst=_("E-post"), mangler=_("Skriv e-postadressen din."), autocomplete="username")
        _sett(self, "password", ledetekst=_("Passord"), mangler=_("Skriv passordet ditt."))


class ByttPassord(konto.ChangePasswordForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _sett(self, "oldpassword", ledetekst=_("Nåværende passord"), mangler=_("Skriv passordet du har nå."))
        _sett_nytt_passord(self)


class GlemtPassord(konto.ResetPasswordForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _sett(self, "email", ledetekst=_("E-post"), mangler=_("Skriv e-postadressen din."), autocomplete="username")


class NyttPassord(konto.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _sett_nytt_passord(self)


class BekreftPassord(konto.ReauthenticateForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _sett(self, "password", ledetekst=_("Passord"), mangler=_("Skriv passordet ditt."))


class Kode(mfa.AuthenticateForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _sett_kode(self, hjelp=_("Seks siffer fra appen, eller en av reservekodene dine."))


class BekreftKode(mfa.ReauthenticateForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _sett_kode(self, hjelp=_("Seks siffer fra appen, eller en av reservekodene dine."))


class SlaaPaaApp(ActivateTOTPForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _sett_kode(self, hjelp=_("De seks sifrene som appen viser."))
