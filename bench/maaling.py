"""Two ways of doing the same thing, timed in turn in one run. What is kept is the ratio, not the seconds."""

import time
from collections.abc import Callable
from statistics import median


def side_om_side(a: Callable[[], object], b: Callable[[], object], *, runder: int) -> tuple[float, float, float]:
    """Median seconds of ``a`` and of ``b``, and the median of the ratios a/b taken pair by pair.

    Both are run once first, uncounted. A B A B …, so that a machine that slows down slows both.
    """
    a(), b()
    par = [(_tid(a), _tid(b)) for _ in range(runder)]
    return median(x for x, _ in par), median(y for _, y in par), median(x / y for x, y in par)


def _tid(arbeid: Callable[[], object]) -> float:
    start = time.perf_counter()
    arbeid()
    return time.perf_counter() - start


def skriv(navn_a: str, navn_b: str, tider: tuple[float, float, float]) -> None:
    """Three lines a person can read."""
    a, b, forhold = tider
    print(f"{navn_a}: {a * 1000:.2f} ms")
    print(f"{navn_b}: {b * 1000:.2f} ms")
    print(f"ratio {navn_a} / {navn_b}: {forhold:.2f}")
