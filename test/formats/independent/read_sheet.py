"""
Reads workbooks back with openpyxl, which had no part in writing them, and compares their first sheet with what the model
says. The workbooks come as JSON: [{file, expected}]. Prints a line `ok - …` or `not ok - …` for each check.
"""
import json
import os
import sys

import openpyxl
from openpyxl.utils import get_column_letter


def check(what, found, expected):
    if found == expected:
        print("ok - %s" % what)
    else:
        print("not ok - %s\t%s" % (what, ("%r instead of %r" % (found, expected))[:2000].replace("\n", " ")))


def first_difference(found, expected):
    """The first cell that differs, for a message that can be read."""
    for place in sorted(set(found) | set(expected)):
        if found.get(place) != expected.get(place):
            return (place, found.get(place), expected.get(place))
    return None


def read(name, book, expected):
    sheet = book.worksheets[0]
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                cells[cell.coordinate] = cell.value
            if cell.data_type == "f":
                check("%s: no formula in %s" % (name, cell.coordinate), cell.value, None)
    check("%s: openpyxl reads its %d cells" % (name, len(expected["cells"])),
          first_difference(cells, expected["cells"]), None)
    hidden = [letter for letter, column in sheet.column_dimensions.items() if column.hidden]
    widths = [round(sheet.column_dimensions[get_column_letter(at + 1)].width, 2)
              for at in range(len(expected.get("widths", [])))]
    check("%s: openpyxl reads its merges, panes, print area and titles, breaks, columns, filter" % name, {
        "merges": sorted(str(area) for area in sheet.merged_cells.ranges),
        "freeze": sheet.freeze_panes,
        "printTitles": sheet.print_title_rows,
        "printArea": sheet.print_area,
        "pageStarts": [each.id for each in sheet.row_breaks.brk],
        "paper": [str(sheet.page_setup.paperSize), sheet.page_setup.orientation],
        "hidden": hidden,
        "widths": widths,
        "filter": sheet.auto_filter.ref,
    }, {
        "merges": sorted(expected["merges"]),
        "freeze": expected["freeze"],
        "printTitles": expected["printTitles"],
        "printArea": [expected["printArea"]],
        "pageStarts": expected.get("pageStarts", []),
        "paper": ["9", "landscape"],
        "hidden": expected["hidden"],
        "widths": expected.get("widths", []),
        "filter": expected["filter"],
    })
    check("%s: openpyxl reads its sheets, title and author" % name,
          [[[each.title, each.sheet_state] for each in book], [book.properties.title, book.properties.creator]],
          [[list(each) for each in expected["sheets"]], list(expected["properties"])])


for workbook in json.load(sys.stdin):
    read(os.path.basename(workbook["file"]), openpyxl.load_workbook(workbook["file"]), workbook["expected"])
