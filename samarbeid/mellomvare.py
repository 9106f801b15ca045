"""What happens around every request: the language, and headers no library sets for us."""

from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import UnreadablePostError
from django.http.request import RawPostDataException
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from kommuner.hvem import Hvem, med_hvem

MAALFORMER = {kode for kode, _navn in settings.LANGUAGES}


class LukketKonto:
    """The session of a closed account ends for good: if the account is opened again, the person logs in anew."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if SESSION_KEY in request.session and not request.user.is_authenticated:
            request.session.flush()
        return self.get_response(request)


class Spraakvalg:
    """Bokmål or nynorsk: the reader's cookie first, then the user's own choice, then the browser's wish."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        maalform = velg_maalform(request)
        request.LANGUAGE_CODE = maalform
        with translation.override(maalform):
            svar = self.get_response(request)
        svar.headers.setdefault("Content-Language", maalform)
        patch_vary_headers(svar, ["Accept-Language", "Cookie"])
        return svar


def velg_maalform(request) -> str:
    """The language code of this request; always one of settings.LANGUAGES."""
    kapsel = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if kapsel in MAALFORMER:
        return kapsel
    if request.user.is_authenticated:
        return request.user.maalform
    return "nn" if request.headers.get("Accept-Language", "").lower().startswith("nn") else "nb"


class Endringsspor:
    """What a request writes is signed in the change log with the person, the reason given and one id for all of it."""

    LESER = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in self.LESER:
            return self.get_response(request)
        foresporsel = uuid4()
        with med_hvem(lambda: hvem_i(request, foresporsel)):
            return self.get_response(request)


def begrunnelse_i(sendt) -> str:
    """Why, as the form says it: in the field of that name, or in one with a form's prefix («kvitter-begrunnelse»)."""
    grunner = (sendt[navn] for navn in sendt if navn == "begrunnelse" or navn.endswith("-begrunnelse"))
    return next((grunn for grunn in grunner if grunn.strip()), "")


def hvem_i(request, foresporsel) -> Hvem:
    """Who the request is from, now: logging in changes it half way."""
    try:
        begrunnelse = begrunnelse_i(request.POST)
    except (RawPostDataException, UnreadablePostError):
        begrunnelse = ""
    if request.user.is_authenticated:
        return Hvem.person(request.user, begrunnelse, foresporsel=foresporsel)
    return Hvem(navn="ikke innlogget", begrunnelse=begrunnelse, foresporsel=foresporsel)


class Svarhoder:
    """Headers for all answers; pages for a logged-in reader are never stored by a shared machine."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        svar = self.get_response(request)
        svar.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        svar.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        bruker = getattr(request, "user", None)
        if bruker is not None and bruker.is_authenticated:
            svar.headers.setdefault("Cache-Control", "private, no-store")
        return svar


class Innloggingskrav(LoginRequiredMiddleware):
    """As Django's, but who sends a form after having been logged out is told that nothing was saved."""

    def handle_no_permission(self, request, view_func):
        if request.method == "POST" and not request.headers.get("HX-Request"):
            messages.warning(
                request, _("Du er logget ut, og det du sendte, ble ikke lagret. Logg inn for å fortsette.")
            )
        return super().handle_no_permission(request, view_func)
