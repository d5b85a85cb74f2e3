"""Reads the tables of Word documents back with python-docx and compares them with what the model says (JSON on stdin)."""
import json
import sys

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn


def check(ok, what, detail=""):
    print(("ok" if ok else "not ok") + " - " + what + ("\t" + str(detail).replace("\n", " ")[:500] if detail and not ok else ""))


def text_of(tc):
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in tc.iter(qn("w:p")))


def layout_of(table):
    """The text of each place of the grid, and where the cell that stands there begins."""
    grid, origins = [], []
    for r, row in enumerate(table.rows):
        texts, starts = [], []
        for tc in row._tr.tc_lst:
            c = len(texts)
            below = tc.vMerge == "continue"
            texts += [grid[r - 1][c] if below else text_of(tc)] * tc.grid_span
            starts += [origins[r - 1][c] if below else "%d %d" % (r, c)] * tc.grid_span
        grid.append(texts)
        origins.append(starts)
    return grid, origins


def compare(name, is_, should):
    check(is_ == should, name, next((("%s | %s" % (a, b)) for a, b in zip(is_, should) if a != b), "%d and not %d" % (len(is_), len(should))))


for one in json.load(sys.stdin):
    name = one["file"].rsplit("/", 1)[-1]
    expected = one["expected"]
    document = docx.Document(one["file"])
    table = document.tables[0]
    grid, origins = layout_of(table)
    compare(name + ": python-docx reads the cells that the model has", grid, expected["grid"])
    compare(name + ": python-docx reads the merges that the layout has", origins, expected["origins"])
    rows = [row._tr.trPr for row in table.rows]
    headers = [pr is not None and pr.find(qn("w:tblHeader")) is not None for pr in rows]
    count = expected["headerRows"]
    check(headers == [i < count for i in range(len(headers))], name + ": the header's rows are repeated, and no others", headers[:4])
    check(all(pr is not None and pr.find(qn("w:cantSplit")) is not None for pr in rows), name + ": no row is cut where a page ends")
    section = document.sections[0]
    page = expected["page"]
    sides = [(section.page_width, page["width"]), (section.page_height, page["height"]), (section.top_margin, page["top"]),
             (section.right_margin, page["right"]), (section.bottom_margin, page["bottom"]), (section.left_margin, page["left"])]
    check(section.orientation == WD_ORIENT.LANDSCAPE and all(abs(is_.mm - should) < 0.1 for is_, should in sides),
          name + ": python-docx reads the page and its margins", [is_.mm for is_, _ in sides])
    properties = document.core_properties
    check((properties.title, properties.author or None) == (expected["title"], expected["author"]),
          name + ": title and author stand in its properties", (properties.title, properties.author))
    above = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    check(above == expected["above"], name + ": the lines above the table", above)
