"""Every address of the site: ours, and the few of allauth's that we use, under Norwegian paths."""

from allauth.account import views as konto
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as koder
from allauth.mfa.totp import views as totp
from django.urls import include, path, re_path

from samarbeid import views

kontosider = [
    path("", views.min_konto, name="konto"),
    path("logg-inn/", konto.login, name="account_login"),
    path("logg-ut/", konto.logout, name="account_logout"),
    path("inaktiv/", konto.account_inactive, name="account_inactive"),
    path("bekreft/", konto.reauthenticate, name="account_reauthenticate"),
    path("passord/", konto.password_change, name="account_change_password"),
    path("passord/nytt/", konto.password_reset, name="account_reset_password"),
    path("passord/nytt/sendt/", konto.password_reset_done, name="account_reset_password_done"),
    path("passord/nytt/ferdig/", konto.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^passord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        konto.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("tofaktor/", mfa.index, name="mfa_index"),
    path("tofaktor/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("tofaktor/bekreft/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("tofaktor/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("tofaktor/app/fjern/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("tofaktor/koder/", koder.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("tofaktor/koder/nye/", koder.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("tofaktor/koder/last-ned/", koder.download_recovery_codes, name="mfa_download_recovery_codes"),
]

urlpatterns = [
    path("", views.start, name="start"),
    path("hjelp/", views.hjelp, name="hjelp"),
    path("tilgjengelighet/", views.tilgjengelighet, name="tilgjengelighet"),
    path("spraak/", views.spraak, name="spraak"),
    path("konto/", include(kontosider)),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("", include("avtaler.urls")),
    path("", include("kostnad.urls")),
    path("", include("rapport.urls")),
]
