"""Agreement with other implementations of C2PA, as a table.

Every file of fixtures/unsigned is signed by hallmark and read by c2pa-python (all formats) and
@trustnxt/c2pa-ts (JPEG, PNG, HEIC); and signed by c2pa-python and checked by hallmark. One is
time-stamped as well, for c2pa-python: version 0.9.4 of c2pa-ts expects a whole RFC 3161 response
where C2PA 2.2, 10.3.2.5 puts a token. Exit status 1 when anybody refuses anything.
"""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import c2pa

VERSION = version("c2pa-python")
ROOT = Path(__file__).resolve().parents[2]
KEYS = ROOT / "fixtures/keys"
STAMPED = "time-stamped.jpg"
READ_BY_C2PA_TS = {".jpg", ".png", ".heic"}
CAPTURED = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".tif": "image/tiff",
    ".svg": "image/svg+xml",
    ".mov": "video/quicktime",
    ".mp3": "audio/mpeg",
}


def read_key(*parts):
    return KEYS.joinpath(*parts).read_text()


def settings():
    """Trusts the test roots, each for its purpose, and fetches nothing."""
    anchors = [
        ("signing-root", "manifest"),
        ("time-root", "tsa"),
        ("identity-root", "cawg"),
    ]
    return {
        "trust": {
            "anchors": [
                {
                    "trust_anchors": read_key("authorities", f"{name}.pem"),
                    "trust_uri": f"test:{name}",
                    "trust_kind": kind,
                }
                for name, kind in anchors
            ]
        },
        "verify": {"remote_manifest_fetch": False},
        "builder": {"thumbnail": {"enabled": False}},
    }


CONTEXT = c2pa.Context(c2pa.Settings.from_json(json.dumps(settings())))


def is_time_stamped(file):
    return file.name == STAMPED


def is_for_c2pa_ts(file):
    return file.suffix in READ_BY_C2PA_TS and not is_time_stamped(file)


def hallmark_signs(hallmark, source, signed):
    command = [hallmark, "sign", source, "-o", signed, "--force"]
    command += ["--identity", KEYS / "signer", "--source", "digitalCapture"]
    if is_time_stamped(signed):
        clock = hallmark.with_name("examples") / "time_stamp"
        command += ["--timestamp-command", f"'{clock}' '{KEYS}' 2025-03-01T08:30:00Z"]
    run = subprocess.run(command, capture_output=True, text=True)
    return "signed" if run.returncode == 0 else (run.stderr or run.stdout).strip()


def python_reads(signed):
    try:
        reader = c2pa.Reader(str(signed), context=CONTEXT)
    except Exception as error:
        return str(error)
    state = reader.get_validation_state()
    results = json.loads(reader.json()).get("validation_results", {}).get("activeManifest", {})
    if state != "Trusted":
        return f"{state}: " + " ".join(failure["code"] for failure in results.get("failure", []))
    codes = [success["code"] for success in results.get("success", [])]
    if is_time_stamped(signed) and "timeStamp.trusted" not in codes:
        return "no trusted time-stamp"
    return "trusted"


def python_signs(source, signed):
    definition = {
        "claim_generator_info": [{"name": "c2pa-python", "version": VERSION}],
        "title": source.name,
        "assertions": [
            {
                "label": "c2pa.actions.v2",
                "data": {"actions": [{"action": "c2pa.created", "digitalSourceType": CAPTURED}]},
            }
        ],
    }
    chain, key = (read_key("signer", name).encode() for name in ("chain.pem", "key.pem"))
    info = c2pa.C2paSignerInfo("ed25519", chain, key, None)
    media_type = MEDIA_TYPES.get(source.suffix, source.suffix.removeprefix("."))
    try:
        signer = c2pa.Signer.from_info(info)
        builder = c2pa.Builder(definition, context=CONTEXT)
        with open(source, "rb") as original, open(signed, "w+b") as output:
            builder.sign(signer, media_type, original, output)
    except Exception as error:
        return str(error)
    return "signed"


def hallmark_checks(hallmark, files):
    """States by file name."""
    if not files:
        return {}
    pack = ROOT / "fixtures/trust/test.pack.json"
    run = subprocess.run(
        [hallmark, "check", *files, "--format", "ndjson", "--trust", pack],
        capture_output=True,
        text=True,
    )
    records = map(json.loads, run.stdout.splitlines())
    return {Path(record["path"]).name: record["credentials"]["state"] for record in records}


def c2pa_ts_reads(modules, files):
    """Verdicts by file name."""
    script = Path(__file__).with_name("check.mjs")
    run = subprocess.run(["node", script, modules, *files], capture_output=True, text=True)
    verdicts = run.stdout.splitlines() or [run.stderr.strip()] * len(files)
    return {file.name: verdict for file, verdict in zip(files, verdicts)}


def main():
    hallmark, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    ours, theirs = work / "by-hallmark", work / "by-c2pa-python"
    for folder in (ours, theirs):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
    sources = sorted(path for path in (ROOT / "fixtures/unsigned").iterdir() if path.is_file())
    jobs = [(source, source.name) for source in sources]
    jobs.append((ROOT / "fixtures/unsigned/camera.jpg", STAMPED))
    rows = []
    for source, name in jobs:
        signed = hallmark_signs(hallmark, source, ours / name)
        read = python_reads(ours / name) if signed == "signed" else "-"
        rows.append([name, signed, read, python_signs(source, theirs / name)])
    by_python = hallmark_checks(
        hallmark, [theirs / row[0] for row in rows if row[3] == "signed"]
    )
    for_node = [ours / row[0] for row in rows if row[1] == "signed"]
    by_node = c2pa_ts_reads(work / "node_modules", list(filter(is_for_c2pa_ts, for_node)))
    for row in rows:
        row.insert(3, by_node.get(row[0], "-"))
        row.append(by_python.get(row[0], "-"))

    heads = ["file", "hallmark signs", "c2pa-python reads", "c2pa-ts reads"]
    heads += ["c2pa-python signs", "hallmark checks"]
    print(f"c2pa-python {VERSION} (c2pa {c2pa.sdk_version()})")
    widths = [max(len(line[column]) for line in [heads, *rows]) for column in range(len(heads))]
    for line in [heads, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())

    refused = 0
    for name, signed, read, node, made, checked in rows:
        node_agrees = node == "valid" or not is_for_c2pa_ts(ours / name)
        agrees = [signed == "signed", read == "trusted", node_agrees]
        agrees += [made == "signed", checked == "trusted"]
        refused += agrees.count(False)
    print(f"{len(rows)} files, {refused} disagreements")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
