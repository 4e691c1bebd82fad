"""In which order tiles are asked for, and how often each."""

import itertools
import random

LENGTH = 20_000


def uniform(paths, seed=6):
    """All of them alike, again and again, each round in another order."""
    chance = random.Random(seed)
    rounds = (chance.sample(paths, len(paths)) for _ in range(LENGTH // len(paths)))
    return list(itertools.chain.from_iterable(rounds))


def zipf(paths, seed=6):
    """As readers ask: the n-th most wanted tile 1/n times as often as the first. Paths come in the order of how much they are wanted."""
    weights = [1 / rank for rank in range(1, len(paths) + 1)]
    return random.Random(seed).choices(paths, weights, k=LENGTH)


MIXES = {"uniform": uniform, "Zipf": zipf}
