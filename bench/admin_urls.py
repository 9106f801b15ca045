"""The product's addresses and an admin list of participations: the rows that a municipality's page is made of."""

from django.contrib import admin
from django.urls import path

from avtaler.models import Deltakelse
from samarbeid.urls import urlpatterns as produktets


class Deltakelsesliste(admin.ModelAdmin):
    list_display = ("avtale", "form", "klasse", "rolle", "fra", "til", "eierandel")
    list_select_related = ("avtale", "part")

    @admin.display()
    def form(self, deltakelse):
        return deltakelse.avtale.get_form_display()

    @admin.display()
    def klasse(self, deltakelse):
        return deltakelse.avtale.get_klasse_display()


side = admin.AdminSite()
side.register(Deltakelse, Deltakelsesliste)

urlpatterns = [*produktets, path("admin/", side.urls)]
