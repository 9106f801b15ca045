"""What a reader can be told by Django and allauth: in our own words, in both languages."""

from pathlib import Path

import polib
import pytest
from allauth.account.adapter import get_adapter as kontoadapter
from allauth.core import context
from allauth.mfa.adapter import get_adapter as tofaktoradapter
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils.translation import override

from kommuner.models import Bruker
from samarbeid import bibliotektekster, kontoskjema

ROT = Path(__file__).resolve().parent.parent
KATALOGER = {kode: ROT / "locale" / kode / "LC_MESSAGES" / "django.po" for kode in ("nb", "nn")}

#: The errors that allauth can raise on the pages we have (samarbeid/urls.py), by its own codes.
KONTOFEIL = (
    "account_inactive",
    "email_password_mismatch",
    "invalid_login",
    "enter_current_password",
    "incorrect_password",
    "incorrect_code",
    "invalid_password_reset",
    "too_many_login_attempts",
    "rate_limited",
)
TOFAKTORFEIL = ("cannot_delete_authenticator", "cannot_generate_recovery_codes", "incorrect_code", "unverified_email")

#: The messages and letters that allauth sends from those pages, and the pages themselves.
MALER = (
    "account/account_inactive.html",
    "account/email/password_reset_key_message.txt",
    "account/email/password_reset_key_subject.txt",
    "account/login.html",
    "account/logout.html",
    "account/messages/logged_in.txt",
    "account/messages/logged_out.txt",
    "account/messages/password_changed.txt",
    "account/password_change.html",
    "account/password_reset.html",
    "account/password_reset_done.html",
    "account/password_reset_from_key.html",
    "account/password_reset_from_key_done.html",
    "account/reauthenticate.html",
    "mfa/authenticate.html",
    "mfa/index.html",
    "mfa/messages/recovery_codes_generated.txt",
    "mfa/messages/totp_activated.txt",
    "mfa/messages/totp_deactivated.txt",
    "mfa/reauthenticate.html",
    "mfa/recovery_codes/generate.html",
    "mfa/recovery_codes/index.html",
    "mfa/totp/activate_form.html",
    "mfa/totp/deactivate_form.html",
)

SKJEMAER = {
    "Innlogging": {},
    "GlemtPassord": {},
    "ByttPassord": {"user": Bruker()},
    "NyttPassord": {"user": Bruker(), "temp_key": ""},
    "BekreftPassord": {"user": Bruker()},
    "Kode": {"user": Bruker()},
    "BekreftKode": {"user": Bruker()},
    "SlaaPaaApp": {"user": Bruker()},
}


@pytest.fixture(scope="module")
def kataloger() -> dict[str, polib.POFile]:
    return {kode: polib.pofile(str(sti)) for kode, sti in KATALOGER.items()}


@pytest.fixture(scope="module")
def vaare(kataloger) -> dict[str, str]:
    """Our sentences: bokmål to nynorsk."""
    return {innslag.msgid: innslag.msgstr for innslag in kataloger["nn"]}


def i_begge(tekst) -> tuple[str, str]:
    """A lazy text in bokmål and nynorsk."""
    with override("nb"):
        bokmaal = str(tekst)
    with override("nn"):
        return bokmaal, str(tekst)


@pytest.mark.parametrize("kode", KONTOFEIL)
def test_errors_at_login_and_password_are_ours_in_both_languages(kode, vaare):
    bokmaal, nynorsk = i_begge(kontoadapter().error_messages[kode])
    assert vaare.get(bokmaal) == nynorsk


@pytest.mark.parametrize("kode", TOFAKTORFEIL)
def test_errors_at_the_second_factor_are_ours_in_both_languages(kode, vaare):
    bokmaal, nynorsk = i_begge(tofaktoradapter().error_messages[kode])
    assert vaare.get(bokmaal) == nynorsk


@pytest.mark.parametrize("navn", SKJEMAER)
def test_account_forms_speak_our_words_in_both_languages(navn, vaare):
    foresporsel = RequestFactory().get("/")
    foresporsel.session = {}
    with context.request_context(foresporsel):
        felter = getattr(kontoskjema, navn)(**SKJEMAER[navn]).fields.values()
    tekster = [t for felt in felter for t in (felt.label, felt.help_text, felt.error_messages["required"]) if t]
    assert [par for par in map(i_begge, tekster) if vaare.get(par[0]) != par[1]] == []
    assert [felt for felt in felter if "placeholder" in felt.widget.attrs] == []


@pytest.mark.parametrize("navn", MALER)
def test_account_pages_letters_and_messages_are_our_own(navn):
    assert Path(get_template(navn).origin.name).is_relative_to(ROT / "templates")


def test_sentences_we_took_over_from_django_are_written_in_both_languages(kataloger):
    bokmaal = {innslag.msgid for innslag in kataloger["nb"].translated_entries()}
    assert len(bokmaal) == len(kataloger["nb"]) == len(bibliotektekster.TEKSTER)
    assert bokmaal <= {innslag.msgid for innslag in kataloger["nn"].translated_entries()}


@pytest.mark.parametrize(
    ("proev", "bokmaal", "nynorsk"),
    [
        (lambda: forms.CharField().clean(""), "Feltet må fylles ut.", "Feltet må fyllast ut."),
        (
            lambda: forms.EmailField().clean("kari"),
            "Skriv hele e-postadressen, som kari@example.no.",
            "Skriv heile e-postadressa, som kari@example.no.",
        ),
        (lambda: forms.IntegerField().clean("x"), "Skriv et helt tall.", "Skriv eit heilt tal."),
        (
            lambda: forms.CharField().clean("a\0"),
            "Teksten har et tegn som ikke kan lagres. Skriv den på nytt.",
            "Teksten har eit teikn som ikkje kan lagrast. Skriv han på nytt.",
        ),
        (
            lambda: forms.ChoiceField(choices=[("a", "A")]).clean("b"),
            "«b» kan ikke velges her. Velg et av alternativene i listen.",
            "«b» kan ikkje veljast her. Vel eit av alternativa i lista.",
        ),
        (
            lambda: forms.CharField(max_length=3).clean("fire"),
            "Teksten har 4 tegn. Skriv høyst 3.",
            "Teksten har 4 teikn. Skriv høgst 3.",
        ),
        (
            lambda: validate_password("kxqz7"),
            "Passordet er for kort. Det må ha minst 12 tegn.",
            "Passordet er for kort. Det må ha minst 12 teikn.",
        ),
        (
            lambda: validate_password("1qaz2wsx3edc"),
            "Passordet er for lett å gjette. Velg et annet.",
            "Passordet er for lett å gjette. Vel eit anna.",
        ),
    ],
)
def test_our_wording_wins_over_the_one_of_django(proev, bokmaal, nynorsk):
    for spraak, ventet in (("nb", bokmaal), ("nn", nynorsk)):
        with override(spraak), pytest.raises(ValidationError) as feil:
            proev()
        with override(spraak):
            assert [str(melding) for melding in feil.value.messages] == [ventet]
