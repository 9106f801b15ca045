"""Addresses of pages an event leads to."""

from django.urls import NoReverseMatch, reverse


def adresse(navn: str, *verdier: object) -> str:
    """The address; empty when the site has no such page."""
    try:
        return reverse(navn, args=verdier)
    except NoReverseMatch:
        return ""
