// A workbook by ExcelJS from the cells of a JSON file.
const fs = require("node:fs");
const { Workbook } = require("exceljs");

const [source, stem] = process.argv.slice(2);
const book = new Workbook();
for (const { name, cells } of JSON.parse(fs.readFileSync(source, "utf8")).sheets) {
    const page = book.addWorksheet(name);
    for (const [row, column, kind, value] of cells) {
        const cell = page.getCell(row, column);
        cell.value = kind === "date" ? new Date(`${value}T00:00:00Z`) : kind === "time" ? new Date(`1899-12-30T${value}Z`) : value;
        if (kind === "date") cell.numFmt = "yyyy-mm-dd";
        if (kind === "time") cell.numFmt = "hh:mm";
    }
}
book.xlsx.writeFile(`${stem}.xlsx`);
