"""The embedded servers: PostgreSQL and Valkey inside the checkout, for a machine where nothing else runs.

Settings ask here only when ``DATABASE_URL`` or ``REDIS_URL`` is not set. Each function returns the address of a
*running* server and starts it when it is not: a file lock lets many processes ask at once, and the server outlives the
one that started it. ``python -m samarbeid.tjenere start|stopp|status`` does the same by hand. Standard library only,
Linux only.
"""

from samarbeid.tjenere.feil import Tjenerfeil
from samarbeid.tjenere.oppsett import database, database_url, redis, redis_py_url, redis_url, tjenerne

__all__ = ["Tjenerfeil", "database", "database_url", "redis", "redis_py_url", "redis_url", "tjenerne"]
