"""Writes docker/LICENCES.md: what is in the image, with versions and licences. Run in the image's build."""
import importlib.metadata
import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = [  # words of a licence's text, and its name
    ("Apache License", "Apache-2.0"), ("Mozilla Public License", "MPL-2.0"), ("Bitstream Vera", "Bitstream-Vera"),
    ("SIL OPEN FONT LICENSE", "OFL-1.1"), ("Permission is hereby granted, free of charge", "MIT"),
    ("Neither the name", "BSD-3-Clause"), ("Redistribution and use in source and binary forms", "BSD-2-Clause"),
    ("FreeType License", "FTL"), ("Permission to use, copy, modify", "ISC"), ("GNU GENERAL PUBLIC LICENSE", "GPL"),
    ("public domain", "public domain"), ("CC0", "CC0-1.0"), ("UNLICENSE", "Unlicense"),
]


def named(text):
    """The licence that a text is, or nothing."""
    flat = " ".join(text.split())
    return next((name for words, name in TEXTS if words.lower() in flat.lower()), "")


def python_packages():
    for package in importlib.metadata.distributions(path=[str(p) for p in ROOT.glob(".venv/lib/python3*/site-packages")]):
        about = package.metadata
        licence = about.get("License-Expression") or ", ".join(
            c.rpartition(":: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License ::")) or about.get("License", "")
        if len(licence) > 60 or not licence:
            texts = [f.read_text() for f in package.files or () if re.search(r"licen[sc]e|copying", f.name, re.I) and f.locate().is_file()]
            licence = next(filter(None, map(named, [licence, *texts])), "unknown")
        yield about["Name"], about["Version"], licence


def go_modules():
    listed = subprocess.run(["go", "list", "-deps", "-json=Module", "./pkg/...", "github.com/janpfeifer/gonb", "golang.org/x/tools/gopls"],
                            cwd=ROOT, capture_output=True, text=True, check=True).stdout
    decoder, at, modules = json.JSONDecoder(), 0, {}
    while at < len(listed):
        package, at = decoder.raw_decode(listed, at)
        at += len(listed[at:]) - len(listed[at:].lstrip())
        module = package.get("Module")
        if module and not module.get("Main"):
            modules[module["Path"]] = module
    for path, module in sorted(modules.items()):
        files = [f for f in pathlib.Path(module["Dir"]).iterdir() if re.search(r"licen[sc]e|copying|unlicense", f.name, re.I) and f.is_file()]
        yield path, module["Version"], next(filter(None, (named(f.read_text(errors="replace")) for f in files)), "unknown")


def debian_packages():
    listed = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}\n"], capture_output=True, text=True, check=True).stdout
    for name, version in map(str.split, listed.splitlines()):
        yield name, version, f"see /usr/share/doc/{name}/copyright"


def main():
    version = subprocess.run(["go", "env", "GOVERSION"], capture_output=True, text=True, check=True).stdout.strip()
    lines = ["# What the image holds, and under which licences", "", "| | version | licence |", "|---|---|---|",
             f"| Go | {version} | BSD-3-Clause |"]
    for rows in (python_packages(), go_modules(), debian_packages()):
        lines += [f"| {name} | {version} | {licence.replace('|', '/')} |" for name, version, licence in sorted(rows)]
    (ROOT / "docker/LICENCES.md").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
