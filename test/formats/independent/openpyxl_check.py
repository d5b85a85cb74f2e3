"""
Reads workbooks back with openpyxl, which had no part in writing them, and compares them with what the model says.

    /usr/bin/python3 openpyxl_check.py MODELS.json

Prints a line `ok …` or `not ok …` for each check.
"""
import json
import sys

import openpyxl
from openpyxl.utils import get_column_letter


def check(name, what, found, expected):
    if found == expected:
        print("ok - %s: %s" % (name, what))
    else:
        print("not ok - %s: %s: %r instead of %r" % (name, what, found, expected))


def first_difference(found, expected):
    """The first cell that differs, for a message that can be read."""
    for place in sorted(set(found) | set(expected)):
        if found.get(place) != expected.get(place):
            return (place, found.get(place), expected.get(place))
    return None


def check_sheet(name, sheet, model):
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                cells[cell.coordinate] = cell.value
                if cell.data_type == "f":
                    check(name, "no formula in " + cell.coordinate, cell.value, None)
    check(name, "%d cells" % len(model["cells"]), first_difference(cells, model["cells"]), None)
    check(name, "merges", sorted(str(area) for area in sheet.merged_cells.ranges), sorted(model["merges"]))
    check(name, "frozen panes", sheet.freeze_panes, model["freeze"])
    check(name, "rows printed on each page", sheet.print_title_rows, model["printTitles"])
    check(name, "print area", sheet.print_area, [model["printArea"]])
    check(name, "page breaks", [each.id for each in sheet.row_breaks.brk], model["pageStarts"])
    check(name, "A4 landscape", (str(sheet.page_setup.paperSize), sheet.page_setup.orientation), ("9", "landscape"))
    hidden = [letter for letter, column in sheet.column_dimensions.items() if column.hidden]
    check(name, "hidden columns", hidden, model["hidden"])
    widths = [round(sheet.column_dimensions[get_column_letter(at + 1)].width, 2) for at in range(len(model["widths"]))]
    check(name, "widths", widths, model["widths"])
    check(name, "filter", sheet.auto_filter.ref, model.get("filter"))


for model in json.load(open(sys.argv[1], encoding="utf-8")):
    book = openpyxl.load_workbook(model["file"])
    check(model["name"], "sheets", [(sheet.title, sheet.sheet_state) for sheet in book],
          [tuple(sheet) for sheet in model["sheets"]])
    check(model["name"], "title and author", [book.properties.title, book.properties.creator], model["properties"])
    check_sheet(model["name"], book.worksheets[0], model)
