"""Reads which rows a document or workbook repeats on each page, and looks for their words on the pages (JSON on stdin)."""
import json
import sys


def words_of_word(file):
    import docx
    from docx.oxml.ns import qn

    words = []
    for row in docx.Document(file).tables[0].rows:
        if row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None:
            words += ["".join(t.text or "" for t in tc.iter(qn("w:t"))) for tc in row._tr.tc_lst]
    return words


def words_of_excel(file):
    import openpyxl

    sheet = openpyxl.load_workbook(file).worksheets[0]
    first, last = (int(part.strip("$")) for part in sheet.print_title_rows.split(":"))
    return [str(cell.value or "").replace("\n", "") for row in sheet[first:last] for cell in row]


for one in json.load(sys.stdin):
    name = one["file"].rsplit("/", 1)[-1]
    words = [word for word in (words_of_word if name.endswith(".docx") else words_of_excel)(one["file"]) if word]
    # A narrow column breaks its header: its characters are looked for.
    bare = [i + 1 for i, page in enumerate(one["pages"]) if any(c not in page for word in words for c in word)]
    ok = bool(words) and not bare
    print(("ok" if ok else "not ok") + " - " + name + " has its header on every page" + ("" if ok else "\tnot on %s: %s" % (bare, words)))
