#!/usr/bin/env python3
"""Batches under attack: hostile files among good ones, a run killed again and again, a list of a
million files. Prints what was measured and fails where a promise of SECURITY.md is broken.

measure.py HALLMARK FOLDER [hostile|killed|million ...]   FOLDER is for scratch files
"""

import glob
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time

import enemies

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
AT = "2026-11-15T00:00:00Z"
HALLMARK, SCRATCH = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
failures = []


def promise(holds, text):
    print(("kept    " if holds else "BROKEN  ") + text, flush=True)
    if not holds:
        failures.append(text)


def command(*arguments):
    trust = os.path.join(ROOT, "fixtures/trust/test.pack.json")
    return [HALLMARK, "check", "--quiet", "--no-progress", "--at", AT, "--trust", trust, *arguments]


def tree(pid):
    """A process and all below it."""
    found = [pid]
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as file:
                for child in file.read().split():
                    found += tree(int(child))
    except OSError:
        pass
    return found


def resident(pid):
    """Memory of a process and all below it in MB; pages shared between them count once."""
    total = 0
    for one in tree(pid):
        try:
            with open(f"/proc/{one}/smaps_rollup") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except OSError:
            pass
    return total / 1024


def run(arguments, watch=True, user=None):
    """Seconds, peak memory in MB (None when not watched), exit status."""
    environment = dict(os.environ, HALLMARK_HOME=os.path.join(SCRATCH, "home"))
    arguments = command(*arguments)
    if user is not None:
        arguments = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *arguments]
    begun = time.monotonic()
    process = subprocess.Popen(arguments, stderr=subprocess.PIPE, env=environment)
    peak = [0.0]

    def look():
        while process.poll() is None:
            peak[0] = max(peak[0], resident(process.pid))
            time.sleep(0.1)

    if watch:
        watcher = threading.Thread(target=look)
        watcher.start()
    complaints = process.communicate()[1].decode(errors="replace")
    seconds = time.monotonic() - begun
    if watch:
        watcher.join()
    if process.returncode not in (0, 3):
        print(complaints)
        sys.exit(f"status {process.returncode}: {' '.join(arguments)}")
    return seconds, peak[0] if watch else None, process.returncode


def records(path):
    """What was said about each file, but for how long it took."""
    found = {}
    with open(path) as file:
        for line in file:
            record = json.loads(line)
            record.pop("elapsed_ms", None)
            if record["path"] in found:
                promise(False, f"{record['path']} has two records")
            found[record["path"]] = record
    return found


def good_files(folder, count):
    """Files of all kinds, no two of them equal."""
    os.makedirs(folder)
    sources = sorted(
        path
        for name in ("signed", "unsigned", "labelled", "tampered", "history")
        for path in glob.glob(os.path.join(ROOT, "fixtures", name, "*"))
        if path.rsplit(".", 1)[-1] in ("jpg", "png", "webp", "gif", "tif", "mp4", "avif", "heic")
    )
    for index in range(count):
        source = sources[index % len(sources)]
        target = os.path.join(folder, f"{index:05}.{source.rsplit('.', 1)[-1]}")
        shutil.copyfile(source, target)
        if index >= len(sources):
            with open(target, "ab") as file:
                file.write(b"%05d" % index)
        os.chmod(target, 0o644)


def hostile():
    print("== hostile files among 2,000 good ones")
    folder = os.path.join(SCRATCH, "hostile")
    good_files(os.path.join(folder, "good"), 2000)
    missing = enemies.write(os.path.join(folder, "bad"))
    if missing:
        print(f"without root there are no device nodes here: {missing} left out")
    # Root reads what others may not; anybody else is kept out.
    user = 65534 if os.geteuid() == 0 and shutil.which("setpriv") else None
    if user is not None:
        os.chmod(SCRATCH, 0o777)
    deadline, jobs = 5, 2
    settings = [
        *("--format", "ndjson", "--jobs", str(jobs), "--max-memory", "1G"),
        *("--deadline", str(deadline)),
    ]
    clean, mixed = os.path.join(SCRATCH, "clean.ndjson"), os.path.join(SCRATCH, "mixed.ndjson")
    alone, _, _ = run([*settings, "-o", clean, os.path.join(folder, "good")], user=user)
    together, peak, status = run([*settings, "-o", mixed, folder], user=user)
    clean, mixed = records(clean), records(mixed)
    same = all(mixed.get(path) == record for path, record in clean.items())
    promise(len(clean) == 2000 and same, "the records of 2,000 good files are those of a clean run")
    bad = {path: record for path, record in mixed.items() if path not in clean}
    late = [p for p, r in bad.items() if any(f["code"] == "limit.deadline" for f in r["findings"])]
    lost = [p for p, r in bad.items() if any("internal" in f["code"] for f in r["findings"])]
    print(f"{len(bad)} records of hostile files, status {status}; deadline hit: {late}; died: {lost}")
    allowed = 1.2 * alone + min(len(late), 3) * deadline / jobs
    promise(len(late) <= 3, f"{len(late)} deadlines hit, at most 3")
    promise(together <= allowed, f"{together:.2f} s, alone {alone:.2f} s, allowed {allowed:.2f} s")
    promise(peak <= 1024, f"{peak:.0f} MB at most, under --max-memory 1G")


def killed():
    print("== 5,000 files, killed 30 times")
    folder = os.path.join(SCRATCH, "killed")
    good_files(folder, 5000)
    output = os.path.join(SCRATCH, "whole.ndjson")
    settings = ["--format", "ndjson", "--no-pixels"]
    whole, _, _ = run([*settings, "-o", output, folder], watch=False)
    output, state = os.path.join(SCRATCH, "killed.ndjson"), os.path.join(SCRATCH, "killed.state")
    arguments = command(*settings, "--resume", state, "-o", output, folder)
    environment = dict(os.environ, HALLMARK_HOME=os.path.join(SCRATCH, "home"))
    dice = random.Random(7)
    kills = 0
    while kills < 30:
        process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL, env=environment)
        # Early enough that the work is not done before the thirtieth: four fifths of it at most, by
        # and large.
        time.sleep(dice.uniform(0.0, 1.6 * whole / 30))
        if process.poll() is not None:
            break
        for one in tree(process.pid)[:1] if kills % 2 else tree(process.pid):
            os.kill(one, signal.SIGKILL)
        process.wait()
        kills += 1
    promise(kills == 30, f"killed {kills} times before the work was done")
    run([*settings, "--resume", state, "-o", output, folder], watch=False)
    clean, resumed = records(os.path.join(SCRATCH, "whole.ndjson")), records(output)
    promise(
        clean == resumed and len(clean) == 5000,
        f"after {kills} times kill -9 the union of {len(resumed)} records is that of a clean run",
    )


def million():
    print("== a list of 1,000,000 files")
    folder = os.path.join(SCRATCH, "million")
    os.makedirs(folder)
    sources = sorted(glob.glob(os.path.join(ROOT, "fixtures/unsigned/*.jpg")))
    sources += sorted(glob.glob(os.path.join(ROOT, "fixtures/unsigned/*.png")))
    sources += sorted(glob.glob(os.path.join(ROOT, "fixtures/signed/*.jpg")))[:1]
    listed = os.path.join(folder, "list")
    with open(listed, "w") as file:
        for index in range(1_000_000):
            # One signed file in 500: about as many as among news pictures.
            source = sources[-1] if index % 500 == 0 else sources[index % (len(sources) - 1)]
            file.write(os.path.abspath(source) + "\n")
    output = os.path.join(folder, "out.ndjson")
    seconds, peak, _ = run(
        ["--format", "ndjson", "--only", "credentials,labels", "-o", output, "--files-from", listed]
    )
    with open(output) as file:
        lines = sum(1 for _ in file)
    rate = 1_000_000 / seconds
    promise(lines == 1_000_000, f"{lines} records")
    promise(rate >= 2000, f"{rate:.0f} files a second on {os.cpu_count()} cores")
    promise(peak <= 200, f"{peak:.0f} MB at most, workers included")


parts = {"hostile": hostile, "killed": killed, "million": million}
for part in sys.argv[3:] or parts:
    shutil.rmtree(SCRATCH, ignore_errors=True)
    os.makedirs(SCRATCH)
    parts[part]()
shutil.rmtree(SCRATCH, ignore_errors=True)
sys.exit(1 if failures else 0)
