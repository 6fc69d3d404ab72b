#!/usr/bin/env python3
"""Whether hallmark and exiftool read the same labels, wherever exiftool knows the field.

agree.py HALLMARK FILE-OR-FOLDER...   prints a table and the disagreements; fails when there is one
"""

import html
import json
import os
import subprocess
import sys

# A label of hallmark, and the fields of exiftool that hold it. Both ways: where one of the two has
# it, the other has it with the same value.
BOTH = {
    "iptc-digital-source-type": ["XMP-iptcExt:DigitalSourceType", "XMP-iptcExt:DigitalSourcefileType"],
    "iptc-ai-system": ["XMP-iptcExt:AISystemUsed"],
    "iptc-ai-system-version": ["XMP-iptcExt:AISystemVersionUsed"],
    "iptc-ai-prompt": ["XMP-iptcExt:AIPromptInformation"],
    "iptc-ai-prompt-writer": ["XMP-iptcExt:AIPromptWriterName"],
    "tc260-aigc": ["XMP-TC260:AIGC", "PNG:AIGC", "Keys:AIGC", "Vorbis:AIGC", "Flash:AIGC", "PDF:AIGC", "XML:AIGC"],
}

# Where hallmark has the label, exiftool has its value in one of these fields; not the other way
# round, since the fields hold anything. A field is named by the end of its name.
ONE_WAY = {
    "credit-line": ["Credit", "Rights", "ImageDescription", "Description", "CreatorTool", "UserComment", "By-line", "Source"],
    "generation-parameters": ["Parameters", "UserComment", "Comment"],
    "comfyui": ["Prompt", "Workflow", "UserComment", "Make", "Model", "ImageDescription"],
    "fooocus": ["Parameters", "Fooocus_scheme", "UserComment", "MakerNoteUnknownText", "Comment"],
    "swarmui": ["Parameters", "UserComment", "Sui_image_params"],
    "invokeai": ["Invokeai_metadata", "Invokeai_graph", "Invokeai_workflow", "Sd-metadata", "Dream"],
    "novelai": ["Comment", "Software", "Source", "Description", "Title"],
    "flux-demo": ["Software", "Make", "Model", "ImageDescription"],
    "generator-name": ["Software", "CreatorTool", "Make", "Model", "Artist", "Creator", "Source"],
    "xai-signature": ["ImageDescription", "Artist", "UserComment"],
    "hugging-face-job": ["Hf-job-id", "Job-id"],
    "bytedance": ["Artist", "Comment", "UserComment", "ImageDescription", "Copyright", "AigcInfo"],
}

# Labels whose value says which field of the program was found: the field is there.
NAMES_A_FIELD = {"comfyui", "invokeai"}

# exiftool shows these as other things than text, or not at all.
UNKNOWN_THERE = {"samsung-galaxy-ai", "c2pa-digital-source-type", "c2pa-soft-binding", "stealth-text", "open-watermark"}


def letters(value):
    """Letters and digits of a value: how it is spaced and escaped is each program's own."""
    return "".join(c for c in html.unescape(str(value)) if c.isalnum())


def agrees(ours, theirs):
    left, right = letters(ours), letters(theirs)
    return bool(left) and bool(right) and (left in right or right in left)


def main():
    hallmark, paths = sys.argv[1], sys.argv[2:]
    told = subprocess.run(
        [hallmark, "check", "--quiet", "--no-progress", "--only", "credentials,labels",
         "--format", "ndjson", *paths],
        capture_output=True,
        text=True,
        env=dict(os.environ, HALLMARK_HOME="/nonexistent"),
    ).stdout
    records = {os.path.realpath(r["path"]): r for r in map(json.loads, told.splitlines())}
    answer = subprocess.run(
        ["exiftool", "-a", "-G1", "-s", "-j", "-n", "-b", "-r", "-q", "-q", *paths],
        capture_output=True,
        text=True,
        errors="replace",
    ).stdout
    table, wrong = {}, []
    files = 0
    for other in json.loads(answer):
        path = os.path.realpath(other["SourceFile"])
        record = records.get(path)
        if record is None:
            continue
        files += 1
        labels = {}
        for label in record["labels"]:
            labels.setdefault(label["kind"], []).append(label["value"])
        fields = {}
        for name, value in other.items():
            values = value if isinstance(value, list) else [value]
            fields.setdefault(name.split(":")[-1].lower(), []).extend(values)
            fields.setdefault(name.lower(), []).extend(values)

        def count(kind, ok, what):
            row = table.setdefault(kind, [0, 0])
            row[0 if ok else 1] += 1
            if not ok:
                wrong.append(f"{path}: {kind}: {what}")

        for kind, names in BOTH.items():
            theirs = [value for name in names for value in fields.get(name.lower(), [])]
            for value in labels.get(kind, []):
                known = [v for v in theirs if agrees(value, v)]
                if theirs or kind == "iptc-digital-source-type":
                    count(kind, bool(known), f"only hallmark says {value!r}, exiftool {theirs!r}")
            # A near miss has the name in another case or namespace, which exiftool folds.
            for value in [] if "near-miss" in path else theirs:
                said = any(agrees(ours, value) for ours in labels.get(kind, []))
                # A value that breaks its standard is a finding, not a label.
                found = any(f["code"].startswith(("label.", "iptc.")) for f in record["findings"])
                count(kind, said or found, f"only exiftool says {value!r}")
        for kind, names in ONE_WAY.items():
            theirs = [v for name in names for v in fields.get(name.lower(), [])]
            for value in labels.get(kind, []):
                known = kind in NAMES_A_FIELD or any(agrees(value, v) for v in theirs)
                # exiftool has no such field here: it does not know it.
                if theirs:
                    count(kind, known, f"hallmark says {value[:80]!r}, exiftool {str(theirs)[:200]}")
        for kind in labels:
            if kind not in BOTH and kind not in ONE_WAY and kind not in UNKNOWN_THERE:
                count(kind, False, "this script does not know the label")
    version = subprocess.run(["exiftool", "-ver"], capture_output=True, text=True).stdout.strip()
    print(f"{files} files, exiftool {version}")
    print(f"{'label':<28}{'agree':>8}{'disagree':>10}")
    for kind, (yes, no) in sorted(table.items()):
        print(f"{kind:<28}{yes:>8}{no:>10}")
    print("\n".join(wrong[:50]))
    sys.exit(1 if wrong else 0)


main()
