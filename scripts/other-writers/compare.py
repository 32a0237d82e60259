"""Compares what `fullhouse ingest` says of each file in a folder with what it says of the `_good.xlsx` of the same name."""
import json
import pathlib
import subprocess
import sys

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])


def said(files):
    answer = subprocess.run([program, "ingest", "--json", *map(str, files)], capture_output=True, text=True)
    if not answer.stdout:
        return {"outcome": answer.stderr.strip(), "facts": None, "diagnostics": []}
    return json.loads(answer.stdout)[0]


differing = 0
for good in sorted(folder.glob("*_good.xlsx")):
    stem = good.name.removesuffix("_good.xlsx")
    expected = said([good])
    print(f"{good.name}: {expected['outcome']}, {len(expected['diagnostics'])} findings")
    files = {}
    for file in sorted(folder.glob(f"{stem}_*")):
        writer = file.stem.removeprefix(f"{stem}_")
        if file.suffix == ".csv":
            files.setdefault((writer.rsplit("_", 1)[0], "csv"), []).append(file)
        elif file.suffix != ".json" and file != good:
            files[writer, file.suffix[1:]] = [file]
    for (writer, form), parts in files.items():
        found = said(parts)
        same = found["facts"] is not None and found["facts"] == expected["facts"]
        differing += not same
        findings = sorted({finding["code"] for finding in found["diagnostics"]})
        print(f"| {writer} | {form} | {'equal facts' if same else 'OTHER FACTS'} | {', '.join(findings) or 'no finding'} |")
        for finding in found["diagnostics"][:3] if not same else []:
            print("   ", finding["code"], finding["cell"] or finding["sheet"], finding["value"])
sys.exit(1 if differing else 0)
