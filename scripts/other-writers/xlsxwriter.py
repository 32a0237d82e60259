"""A workbook by XlsxWriter from the cells of a JSON file."""
import datetime
import json
import sys

# This file has the name of the package.
sys.path.pop(0)
import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[2])
day, time = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "hh:mm"})
for sheet in json.load(open(sys.argv[1]))["sheets"]:
    page = book.add_worksheet(sheet["name"])
    for row, column, kind, value in sheet["cells"]:
        if kind == "date":
            page.write_datetime(row - 1, column - 1, datetime.date.fromisoformat(value), day)
        elif kind == "time":
            page.write_datetime(row - 1, column - 1, datetime.time.fromisoformat(value), time)
        else:
            page.write(row - 1, column - 1, value)
book.close()
