"""
What a unit does to a ledger, done in LibreOffice itself: sorts it, inserts columns and rows, edits wording, renames
headers, fills it in and saves it. Needs python3-uno.

    /usr/bin/python3 ledger_edit.py PROFILE JOBS.json

JOBS is a list of {"in": …, "out": …, "hidden": "kept" | "cut" | "left-behind"}. Of a task with the serial number N,
进展情况 becomes 进展-N, so that it can be seen afterwards whether each report came to its own task.
"""
import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField

STATES = ["未启动", "推进中", "滞后", "已完成"]


def prop(name, value):
    it = PropertyValue()
    it.Name, it.Value = name, value
    return it


def connect(profile):
    pipe = "ledger%d" % os.getpid()
    process = subprocess.Popen(
        ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--nologo",
         "--accept=pipe,name=%s;urp;" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.25)
    process.kill()
    raise SystemExit("LibreOffice does not answer")


class Sheet:
    def __init__(self, sheet):
        self.sheet = sheet

    def size(self):
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        return cursor.RangeAddress.EndRow + 1, cursor.RangeAddress.EndColumn + 1

    def cell(self, row, column):
        return self.sheet.getCellByPosition(column, row)

    def column(self, header, row=0):
        for column in range(self.size()[1]):
            if self.cell(row, column).String.replace("\n", "") == header:
                return column
        raise SystemExit("no column " + header)


def sort(sheet, left, right, bottom, by):
    field = TableSortField()
    field.Field, field.IsAscending = by - left, False
    area = sheet.sheet.getCellRangeByPosition(left, 0, right, bottom)
    area.sort((prop("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))),
               prop("ContainsHeader", True)))


def reworded(text, n):
    """Every third task keeps its wording; the others are changed as units change them."""
    if n % 3 == 0:
        return text
    if n % 3 == 1:
        return "按照县里要求，" + text + "（我单位已部署）"
    return text.replace("，", "；").replace("建设", "建成").replace("推进", "加快推进")


def edit(document, hidden):
    sheet = Sheet(document.Sheets.getByIndex(0))
    rows, columns = sheet.size()
    identity = next(c for c in range(columns) if sheet.cell(0, c).String.startswith("任务标识"))
    if hidden == "cut":
        sheet.sheet.Columns.getByIndex(identity).IsVisible = True
        sheet.sheet.Columns.removeByIndex(identity, 1)
        columns -= 1
    # By the last given column, downwards: an order that has nothing to do with the notice's.
    if hidden == "left-behind":
        # What stands to the right of the hidden column goes along with what stands to its left, and it stays.
        kept = [sheet.cell(r, identity).String for r in range(rows)]
        sort(sheet, 0, columns - 1, rows - 1, sheet.column("主要任务"))
        for r in range(rows):
            sheet.cell(r, identity).String = kept[r]
    else:
        sort(sheet, 0, columns - 1, rows - 1, sheet.column("主要任务"))

    serial, task = sheet.column("序号"), sheet.column("主要任务")
    names = {name: sheet.column(name) for name in
             ["进展状态", "完成进度（%）", "进展情况", "存在问题", "下一步措施", "填报人", "填报日期"]}
    dates = document.NumberFormats
    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    for r in range(1, rows):
        n = int(sheet.cell(r, serial).Value)
        if n % 7 == 0:
            continue
        sheet.cell(r, names["进展状态"]).String = STATES[n % 4]
        percent = sheet.cell(r, names["完成进度（%）"])
        if n % 3 == 0:
            percent.Value = n % 100
        elif n % 3 == 1:
            percent.Value = (n % 100) / 100
            percent.NumberFormat = dates.queryKey("0%", locale, False)
        else:
            percent.String = "%d%%" % (n % 100)
        sheet.cell(r, names["进展情况"]).String = "进展-%d" % n
        sheet.cell(r, names["下一步措施"]).String = "-下一步，\n=分两步走"
        sheet.cell(r, names["填报人"]).String = "岑柏"
        date = sheet.cell(r, names["填报日期"])
        if n % 2:
            date.Formula = "2026-05-%02d" % (n % 28 + 1)
        else:
            date.String = "2026年5月%d日" % (n % 28 + 1)
        sheet.cell(r, task).String = reworded(sheet.cell(r, task).String, n)

    sheet.cell(0, names["进展情况"]).String = "目前进展情况"
    sheet.cell(0, names["存在问题"]).String = "存在的困难和问题"
    sheet.sheet.Columns.insertByIndex(task, 1)
    sheet.cell(0, task).String = "联系电话"
    for r in range(1, rows):
        sheet.cell(r, task).String = "0555-%s" % int(sheet.cell(r, serial).Value)
    # Rows between, below and above: a subtotal, a note, a title over all columns.
    middle = rows // 2
    sheet.sheet.Rows.insertByIndex(middle, 1)
    for column in range(sheet.size()[1]):
        sheet.cell(middle, column).String = ""
    sheet.cell(middle, 1).String = "小计"
    sheet.cell(middle, sheet.column("目前进展情况")).String = "以上均已调度"
    sheet.cell(rows + 1, 0).String = "注：数据截至五月底"
    sheet.sheet.Rows.insertByIndex(0, 2)
    sheet.cell(0, 0).String = "任务台账"
    sheet.sheet.getCellRangeByPosition(0, 0, sheet.size()[1] - 1, 0).merge(True)
    return {"subtotal": middle + 3, "note": rows + 4}


def main(profile, jobs):
    process, desktop = connect(profile)
    done = []
    try:
        for job in jobs:
            document = desktop.loadComponentFromURL("file://" + job["in"], "_blank", 0, (prop("Hidden", True),))
            done.append(edit(document, job["hidden"]))
            document.storeToURL("file://" + job["out"], (prop("FilterName", "Calc MS Excel 2007 XML"),))
            document.close(True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            pass
        try:
            process.wait(30)
        except Exception:
            process.kill()
    print(json.dumps(done))


if __name__ == "__main__":
    with open(sys.argv[2], encoding="utf-8") as file:
        main(sys.argv[1], json.load(file))
