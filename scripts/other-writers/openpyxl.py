"""A workbook by openpyxl from the cells of a JSON file."""
import datetime
import json
import sys

# This file has the name of the package.
sys.path.pop(0)
import openpyxl

book = openpyxl.Workbook()
book.remove(book.active)
for sheet in json.load(open(sys.argv[1]))["sheets"]:
    page = book.create_sheet(sheet["name"])
    for row, column, kind, value in sheet["cells"]:
        if kind == "date":
            value = datetime.date.fromisoformat(value)
        elif kind == "time":
            value = datetime.time.fromisoformat(value)
        page.cell(row, column, value)
book.save(sys.argv[2])
