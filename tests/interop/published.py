"""What `hallmark publish` writes, read by c2pa-python: the credential is trusted, and the soft
binding has the specification's shape (C2PA 2.2, 18.10). Prints a table; exit status 1 when a file
fails."""

import json
import subprocess
import sys
from pathlib import Path

from interop import CONTEXT, KEYS, ROOT, python_reads

import c2pa
import cbor2

ALG = "org.hallmark.watermark.1"


def published(hallmark, folder):
    """Outputs by name of their source: the mark's number."""
    sources = [ROOT / "fixtures/unsigned" / name for name in ("landscape.jpg", "chart.png", "chart.webp")]
    command = [hallmark, "publish", *sources, "-o", folder, "--force", "--privacy", "strict"]
    command += ["--identity", KEYS / "signer", "--source", "digitalCapture"]
    command += ["--registry", folder / "registry", "--format", "ndjson"]
    run = subprocess.run(command, capture_output=True, text=True)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    if run.returncode != 0:
        sys.exit(run.stdout + run.stderr)
    return {Path(record["output"]): record["mark"] for record in records}


def shape(file, mark):
    """What is wrong with the soft binding of a file; an empty text when nothing is."""
    reader = c2pa.Reader(str(file), context=CONTEXT)
    store = json.loads(reader.json())
    manifest = store["manifests"][store["active_manifest"]]
    assertions = [one for one in manifest["assertions"] if one["label"].startswith("c2pa.soft-binding")]
    if mark["payload"] is None:
        return "" if not assertions else "a binding without a mark"
    if len(assertions) != 1:
        return f"{len(assertions)} bindings"
    data = assertions[0]["data"]
    if set(data) - {"alg", "blocks", "pad", "pad2", "name", "alg-params", "url"}:
        return f"unknown fields: {sorted(data)}"
    if data["alg"] != ALG:
        return f"alg {data['alg']}"
    if [sorted(block) for block in data["blocks"]] != [["scope", "value"]]:
        return f"blocks {data['blocks']}"
    # JSON cannot tell bytes from text: the assertion itself can.
    [block] = as_stored(file)["blocks"]
    value = block["value"]
    if not isinstance(value, bytes):
        return f"value is no byte string but {type(value).__name__}"
    if value.hex() != mark["payload"]:
        return f"value {value.hex()}, mark {mark['payload']}"
    if block["scope"] != {}:
        return f"scope {block['scope']}"
    actions = [one["data"]["actions"] for one in manifest["assertions"] if one["label"].startswith("c2pa.actions")]
    names = [action["action"] for listed in actions for action in listed]
    if "c2pa.watermarked.bound" not in names:
        return f"actions {names}"
    return ""


def as_stored(file):
    """The assertion's CBOR, which begins with its algorithm, as it lies in the file."""
    content = file.read_bytes()
    start = content.index(b"\xa3" + cbor2.dumps("alg") + cbor2.dumps(ALG))
    return cbor2.loads(content[start : start + 4096])


def main():
    hallmark, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    folder = work / "published"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    wrong = 0
    print(f"{'published':16} {'mark':18} {'c2pa-python':12} soft binding")
    for file, mark in published(hallmark, folder).items():
        verdict = python_reads(file)
        problem = shape(file, mark)
        wrong += verdict != "trusted" or bool(problem)
        print(f"{file.name:16} {mark['payload'] or '-':18} {verdict:12} {problem or 'as specified'}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
