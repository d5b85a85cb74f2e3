"""Reads documents of what changed with python-docx and compares them with what the changes say (JSON on stdin)."""
import json
import sys

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn


def check(ok, what, detail=""):
    print(("ok" if ok else "not ok") + " - " + what + ("\t" + str(detail).replace("\n", " ")[:500] if detail and not ok else ""))


def compare(name, is_, should):
    check(is_ == should, name, next((("%s | %s" % (a, b)) for a, b in zip(is_, should) if a != b), "%d and not %d" % (len(is_), len(should))))


for one in json.load(sys.stdin):
    name = one["file"].rsplit("/", 1)[-1]
    expected = one["expected"]
    document = docx.Document(one["file"])
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    check(len(tables) == len(expected["tables"]), name + ": its tables are there", len(tables))
    for at, (is_, should) in enumerate(zip(tables, expected["tables"])):
        compare("%s: python-docx reads the cells of table %d that the changes have" % (name, at + 1), is_, should)
    for table in document.tables:
        heads = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        check(heads == [i == 0 for i in range(len(heads))], name + ": the header's row is repeated, and no other", heads[:4])
    runs = [run for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs for run in p.runs]
    compare(name + ": what went is struck", "".join(run.text for run in runs if run.font.strike), expected["removed"])
    compare(name + ": what came is underlined", "".join(run.text for run in runs if run.font.underline), expected["added"])
    check(all(section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections), name + ": its page lies")
    properties = document.core_properties
    check((properties.title, properties.author) == ("".join(expected["title"]), expected["author"]),
          name + ": title and author stand in its properties", (properties.title, properties.author))
