"""Reads of the economy and the gains of projects and agreements, for whole pages."""
