"""What the scripts beside this one share: positions, the Rust programs, the machine."""

import json
import os
import platform
import random
import subprocess

RADIUS = 5_000.0
VERTICES = 64


def positions(count, west, south, east, north):
    """Random longitudes and latitudes, the same in every run."""
    chance = random.Random(5)
    return [(chance.uniform(west, east), chance.uniform(south, north)) for _ in range(count)]


def write(path, positions):
    with open(path, "w") as file:
        file.writelines(f"{lon!r} {lat!r}\n" for lon, lat in positions)


def ours(program, *paths):
    """What a bench program of the core prints."""
    command = ["cargo", "bench", "--quiet", "--locked", "-p", "terrikon-core", "--bench", program, "--", *paths]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    rust = subprocess.run(["rustc", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    load = os.getloadavg()[0]
    return f"{model}, {os.cpu_count()} cores, load {load:.1f}; {platform.system()} {platform.release()}; {rust}"
