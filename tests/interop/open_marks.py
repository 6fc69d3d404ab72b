#!/usr/bin/env python3
"""Embeds the public marks as their generators do and counts how often hallmark reads them.

    pip install numpy opencv-python-headless PyWavelets pillow
    pip download --no-deps invisible-watermark && unzip invisible_watermark-*.whl
    python tests/interop/open_marks.py READER FOLDER [PICTURE...]

READER is target/release/examples/open_marks (cargo build --release --example open_marks
--ignore-rust-version). FOLDER holds unmarked pictures; all of them, and 2,000 random crops, are
read for false alarms. The named colour pictures are resized to 1024 x 1024, marked by the
package's own algorithm, rounded to bytes and read. Importing the package's top module pulls in
torch, which this method does not use, so the one file that holds the method is loaded alone.
"""

import importlib.util
import pathlib
import random
import struct
import subprocess
import sys

import numpy as np
from PIL import Image

SIDE = 1024
CROPS = 2000
SEED = 20261121


def method():
    file = pathlib.Path("imwatermark/maxDct.py")
    spec = importlib.util.spec_from_file_location("maxDct", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.EmbedMaxDct


def bits(content, length):
    all_bits = np.unpackbits(np.frombuffer(content, dtype=np.uint8))
    return [int(bit) for bit in all_bits[len(all_bits) - length :]]


# Name, bits, and the numbers in which the generator embeds.
MARKS = {
    "stable-diffusion-1": (bits(b"StableDiffusionV1", 136), np.uint8),
    "stable-diffusion-2": (bits(b"SDV2", 32), np.uint8),
    "stable-diffusion-xl": (bits(bytes.fromhex("B3EC907BB19E"), 48), np.float32),
    "flux": (bits(bytes.fromhex("2AFE879CF52E"), 46), np.float32),
}


class Reader:
    def __init__(self, command):
        self.process = subprocess.Popen(
            [command], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def read(self, rgb):
        """Names of the marks found, and the milliseconds that it took."""
        height, width, _ = rgb.shape
        self.process.stdin.write(struct.pack("<II", width, height))
        self.process.stdin.write(np.ascontiguousarray(rgb).tobytes())
        self.process.stdin.flush()
        names, milliseconds = self.process.stdout.readline().decode().split("\t")
        return [name for name in names.split(",") if name], float(milliseconds)


def marked(rgb, mark, numbers):
    embed = method()(mark, wmLen=len(mark), scales=[0, 36, 36], block=4)
    bgr = np.ascontiguousarray(rgb[:, :, ::-1].astype(numbers))
    out = np.clip(np.rint(embed.encode(bgr)), 0, 255).astype(np.uint8)
    return out[:, :, ::-1]


def main(command, folder, named):
    reader = Reader(command)
    folder = pathlib.Path(folder)
    times = []
    found = dict.fromkeys(MARKS, 0)
    for name in named:
        picture = Image.open(folder / name).convert("RGB")
        rgb = np.array(picture.resize((SIDE, SIDE), Image.LANCZOS))
        for mark, (content, numbers) in MARKS.items():
            names, milliseconds = reader.read(marked(rgb, content, numbers))
            times.append(milliseconds)
            found[mark] += mark in names
    print("| mark | found | of |\n|---|---|---|")
    for mark, count in found.items():
        print(f"| {mark} | {count} | {len(named)} |")
    if times:
        print(f"median {sorted(times)[len(times) // 2]:.1f} ms for {SIDE} x {SIDE}")

    random.seed(SEED)
    pictures = {}
    for file in sorted(folder.iterdir()):
        try:
            pictures[file.name] = np.array(Image.open(file).convert("RGB"))
        except OSError:
            continue
    alarms = [name for name, rgb in pictures.items() if reader.read(rgb)[0]]
    for _ in range(CROPS):
        name = random.choice(sorted(pictures))
        rgb = pictures[name]
        height, width, _ = rgb.shape
        side = random.choice([256, 320, 512, 768, 1024])
        down, across = min(height, side), min(width, side)
        if down * across < 256 * 256:
            down, across = min(height, 512), min(width, 512)
        y, x = random.randrange(height - down + 1), random.randrange(width - across + 1)
        if reader.read(rgb[y : y + down, x : x + across])[0]:
            alarms.append(f"{name} at {x}, {y}, {across} x {down}")
    print(f"unmarked: {len(pictures)} pictures and {CROPS} crops, {len(alarms)} alarms {alarms}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
