"""Reads the notice's Word documents back with python-docx and compares them with what the model says (JSON on stdin)."""
import json
import sys

import docx
from docx.oxml.ns import qn


def check(ok, what, detail=""):
    print(("ok" if ok else "not ok") + " - " + what + ("\t" + str(detail).replace("\n", " ")[:500] if detail and not ok else ""))


def outline(style):
    level = style.element.find(qn("w:pPr") + "/" + qn("w:outlineLvl"))
    return None if level is None else int(level.get(qn("w:val")))


for one in json.load(sys.stdin):
    name = one["file"].rsplit("/", 1)[-1]
    expected = one["expected"]
    document = docx.Document(one["file"])
    known = {style.name: style for style in document.styles}
    missing = [style for style in expected["styles"] if style not in known]
    check(not missing, name + ": python-docx finds the named styles", missing)
    wanted = {paragraph["style"] for paragraph in expected["paragraphs"]}
    read = [(p.style.name, p.text) for p in document.paragraphs if p.style.name in wanted]
    should = [(p["style"], p["text"]) for p in expected["paragraphs"]]
    check(read == should, name + ": python-docx reads the paragraphs with their styles", next((("%s | %s" % (a, b)) for a, b in zip(read, should) if a != b), "%d and not %d" % (len(read), len(should))))
    levels = [p for p in expected["paragraphs"] if outline(known[p["style"]]) != p["outline"]]
    check(not levels, name + ": headings have their levels", levels[:3])
    area = expected["area"]
    upright = [s for s in document.sections if s.page_height > s.page_width]
    wide = [[round(x.mm, 1) for x in (s.page_width, s.page_height, s.top_margin, s.right_margin, s.bottom_margin, s.left_margin)] for s in upright]
    right = [float(area[key]) for key in ("pageWidth", "pageHeight", "top", "right", "bottom", "left")]
    check(all(all(abs(a - b) < 0.1 for a, b in zip(w, right)) for w in wide), name + ": paper and margins are those of the standard", wide)
    properties = document.core_properties
    check((properties.title, properties.author) == (expected["title"], expected["author"]), name + ": title and author are in the properties", (properties.title, properties.author))
