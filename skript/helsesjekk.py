"""The container's health check: whether the web server here answers /healthz for the host it is set up to serve."""

import http.client
import os
import sys


def vertsnavn(tillatt: str) -> str:
    """A host that the comma-separated ALLOWED_HOSTS lets in: «.example.no» and «*» stand for many, so pick one."""
    foerste = tillatt.split(",")[0].strip()
    return "localhost" if foerste in {"", "*"} else foerste.lstrip(".")


def main() -> int:
    linje = http.client.HTTPConnection("127.0.0.1", int(os.environ.get("PORT", "8000")), timeout=5)
    try:
        linje.request("GET", "/healthz", headers={"Host": vertsnavn(os.environ.get("ALLOWED_HOSTS", ""))})
        return 0 if linje.getresponse().status == http.client.OK else 1
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
