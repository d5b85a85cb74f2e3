"""Reads slips, loads and calendars back with openpyxl, python-docx and icalendar: [{file, slip|load|calendar}] as JSON."""
import json
import os
import sys
from datetime import date, datetime, timezone

import docx
import openpyxl
from dateutil.rrule import rrulestr
from icalendar import Calendar


def check(ok, what, detail=""):
    print(("ok" if ok else "not ok") + " - " + what.replace("\n", " ") + "\t" + detail.replace("\n", " "))


def first_difference(expected, found):
    for at, (one, other) in enumerate(zip(expected, found)):
        if one != other:
            return f"row {at}: {one!r} is {other!r}"
    return f"{len(expected)} rows are {len(found)}"


def slip_docx(file, slip):
    name = os.path.basename(file)
    document = docx.Document(file)
    lines = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    check(lines == [slip["title"], slip["totals"]], f"{name} has its title and its totals", str(lines))
    check(document.core_properties.title == slip["title"], f"{name} bears its title")
    table = document.tables[0]
    header = sum(1 for row in table.rows if row._tr.trPr is not None and row._tr.trPr.xpath("w:tblHeader"))
    whole = all(row._tr.trPr.xpath("w:cantSplit") for row in table.rows)
    check(header in (1, 2) and whole, f"{name} repeats its header and keeps its rows whole")
    # A merged cell has the text of its first one; what a wider cell reaches over is empty in the model.
    rows = [["\n".join(p.text for p in cell.paragraphs) for cell in row.cells] for row in table.rows[header:]]
    wrong = []
    for expected, found in zip(slip["rows"], rows):
        for text, read in zip(expected, found):
            if text and text != read:
                wrong.append((text, read))
    check(len(rows) == len(slip["rows"]) and not wrong, f"{name} has its {len(rows)} rows", str(wrong[:2]))


def slip_xlsx(file, slip, printed):
    name = os.path.basename(file)
    sheet = openpyxl.load_workbook(file).active
    check(sheet["A1"].value == slip["title"], f"{name} has its title", str(sheet["A1"].value))
    rows = [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(min_row=3, values_only=True)]
    expected = [slip["header"]] + slip["rows"]
    check(rows == expected, f"{name} has its rows", first_difference(expected, rows))
    pages = len(sheet.row_breaks.brk) + 1
    check(pages == printed, f"{name} prints on the pages that it is divided into, {pages}", str(printed))
    merged = sorted(str(area) for area in sheet.merged_cells.ranges)
    check(all(area[1:].startswith(("1:", "2:")) for area in merged), f"{name} merges no cell of its list", str(merged))
    check(
        sheet.freeze_panes == "A4" and sheet.print_title_rows == "$3:$3" and sheet.auto_filter.ref.startswith("A3:"),
        f"{name} is frozen, printed and filtered by its header",
        f"{sheet.freeze_panes} {sheet.print_title_rows} {sheet.auto_filter.ref}",
    )


def load(file, one):
    name = os.path.basename(file)
    book = openpyxl.load_workbook(file)
    sheet = book["任务量"]
    width = len(one["units"][0])
    read = [
        [row[0]] + [value or 0 for value in row[1:width]]
        for row in sheet.iter_rows(min_row=4, max_row=3 + len(one["units"]), values_only=True)
    ]
    check(read == one["units"], f"{name} has the load of each unit", first_difference(one["units"], read))
    chart = sheet._charts[0]
    areas = [series.val.numRef.f for series in chart.series]
    check(
        chart.grouping == "stacked" and chart.barDir == "bar" and len(areas) == width - 2,
        f"{name} has a chart of stacked lying bars",
        str(areas),
    )
    sums = [
        sum(cell.value or 0 for row in sheet[area.split("!")[1].replace("$", "")] for cell in row) for area in areas
    ]
    check(
        sums == [sum(unit[at] for unit in one["units"]) for at in range(1, width - 1)],
        f"{name} draws the figures of its columns",
        str(sums),
    )
    if one["matrix"]:
        sheet = book["领导与单位"]
        count = len(one["matrix"])
        read = [
            [row[0]] + [value or 0 for value in row[1:]]
            for row in sheet.iter_rows(min_row=4, max_row=3 + count, values_only=True)
        ]
        check(read == one["matrix"], f"{name} has its matrix", first_difference(one["matrix"], read))


def calendar(file, days):
    name = os.path.basename(file)
    with open(file, "rb") as opened:
        data = opened.read()
    lines = data.split(b"\r\n")
    check(b"\n" not in data.replace(b"\r\n", b""), f"{name} ends its lines with CRLF")
    check(max(map(len, lines)) <= 75, f"{name} has no line of more than 75 octets", str(max(map(len, lines))))
    events = [part for part in Calendar.from_ical(data).walk("VEVENT")]
    errors = [event.errors for event in events if event.errors]
    check(not errors, f"{name} is read without an error", str(errors[:1]))
    read = [(str(event["SUMMARY"]).split(".")[0], event["DTSTART"].dt.isoformat()) for event in events]
    expected = [(str(event["n"]), event["day"]) for event in days]
    check(read == expected, f"{name} has its {len(read)} days", first_difference(expected, read))
    check(len({str(event["UID"]) for event in events}) == len(events), f"{name} has no identity twice")
    for event, model in zip(events, days):
        if not isinstance(event["DTSTART"].dt, date) or (event["DTEND"].dt - event["DTSTART"].dt).days != 1:
            check(False, f"{name} has days that last a day", str(event["SUMMARY"]))
        if "RRULE" not in event:
            continue
        start = event["DTSTART"].dt
        days = list(rrulestr(event["RRULE"].to_ical().decode(), dtstart=datetime(start.year, start.month, start.day)))
        ok = days and days[0].date() == start and days[-1].date().isoformat() <= model["until"]
        check(ok, f"{name}: {event['SUMMARY']} recurs from its first day to the end", str(days[:2]))


for one in json.load(sys.stdin):
    file = one["file"]
    if "load" in one:
        load(file, one["load"])
    elif "calendar" in one:
        calendar(file, one["calendar"])
    elif file.endswith("docx"):
        slip_docx(file, one["slip"])
    else:
        slip_xlsx(file, one["slip"], one["printed"])
