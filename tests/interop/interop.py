"""Agreement with other implementations of C2PA, as a table.

Every file of fixtures/unsigned is signed by hallmark and read by c2pa-python (all formats) and
@trustnxt/c2pa-ts (JPEG, PNG, HEIC); and signed by c2pa-python and checked by hallmark. Exit status
1 when anybody refuses anything.
"""

import json
import subprocess
import sys
from pathlib import Path

import c2pa

ROOT = Path(__file__).resolve().parents[2]
KEYS = ROOT / "fixtures/keys"
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


def hallmark_signs(hallmark, source, signed):
    run = subprocess.run(
        [hallmark, "sign", source, "-o", signed, "--force"]
        + ["--identity", KEYS / "signer", "--source", "digitalCapture"],
        capture_output=True,
        text=True,
    )
    return "signed" if run.returncode == 0 else (run.stderr or run.stdout).strip()


def python_reads(signed):
    try:
        reader = c2pa.Reader(str(signed), context=CONTEXT)
    except Exception as error:
        return str(error)
    state = reader.get_validation_state()
    if state == "Trusted":
        return "trusted"
    results = json.loads(reader.json()).get("validation_results", {})
    failures = results.get("activeManifest", {}).get("failure", [])
    return f"{state}: " + " ".join(failure["code"] for failure in failures)


def python_signs(source, signed):
    definition = {
        "claim_generator_info": [{"name": "c2pa-python", "version": c2pa.version()}],
        "title": source.name,
        "assertions": [
            {
                "label": "c2pa.actions.v2",
                "data": {"actions": [{"action": "c2pa.created", "digitalSourceType": CAPTURED}]},
            }
        ],
    }
    info = c2pa.C2paSignerInfo(
        "ed25519", read_key("signer", "chain.pem"), read_key("signer", "key.pem"), None
    )
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
    rows = []
    for source in sources:
        signed = hallmark_signs(hallmark, source, ours / source.name)
        read = python_reads(ours / source.name) if signed == "signed" else "-"
        rows.append([source.name, signed, read, python_signs(source, theirs / source.name)])
    by_python = hallmark_checks(
        hallmark, [theirs / row[0] for row in rows if row[3] == "signed"]
    )
    for_node = [ours / row[0] for row in rows if Path(row[0]).suffix in READ_BY_C2PA_TS]
    by_node = c2pa_ts_reads(work / "node_modules", [path for path in for_node if path.exists()])
    for row in rows:
        row.insert(3, by_node.get(row[0], "-"))
        row.append(by_python.get(row[0], "-"))

    heads = ["file", "hallmark signs", "c2pa-python reads", "c2pa-ts reads"]
    heads += ["c2pa-python signs", "hallmark checks"]
    print(f"c2pa-python {c2pa.version()} (c2pa {c2pa.sdk_version()})")
    widths = [max(len(line[column]) for line in [heads, *rows]) for column in range(len(heads))]
    for line in [heads, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())

    refused = 0
    for name, signed, read, node, made, checked in rows:
        node_agrees = node == "valid" or Path(name).suffix not in READ_BY_C2PA_TS
        agrees = [signed == "signed", read == "trusted", node_agrees]
        agrees += [made == "signed", checked == "trusted"]
        refused += agrees.count(False)
    print(f"{len(rows)} files, {refused} disagreements")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
