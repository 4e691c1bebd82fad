"""Which boxes are asked for: where hotspots are, the more of them the likelier."""

import random

SIDE = 0.5
COUNT = 400


def boxes(positions, seed=5):
    """Different boxes (west, south, east, north) in degrees, each with a hotspot at its middle; the same in every run."""
    chance = random.Random(seed)
    # Rounded, so that the text of an address is the number that all servers read.
    middles = dict.fromkeys((round(lon, 4), round(lat, 4)) for lon, lat in chance.sample(positions, min(len(positions), 2 * COUNT)))
    if len(middles) < COUNT:
        raise SystemExit(f"only {len(middles)} different places: more hotspots are needed")
    half = SIDE / 2
    return [tuple(round(edge, 4) for edge in (lon - half, lat - half, lon + half, lat + half)) for lon, lat in list(middles)[:COUNT]]
