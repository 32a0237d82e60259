// Workbooks by SheetJS from the cells of a JSON file, in each format that it writes and we read.
const fs = require("node:fs");
const xlsx = require("xlsx");

const [source, stem] = process.argv.slice(2);
const book = xlsx.utils.book_new();
const sheets = JSON.parse(fs.readFileSync(source, "utf8")).sheets;
const days = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569;
const fraction = (text) => Date.parse(`1970-01-01T${text}Z`) / 86_400_000;
for (const { name, cells } of sheets) {
    const page = {};
    let [rows, columns] = [0, 0];
    for (const [row, column, kind, value] of cells) {
        [rows, columns] = [Math.max(rows, row), Math.max(columns, column)];
        const cell = {
            text: () => ({ t: "s", v: value }),
            number: () => ({ t: "n", v: value }),
            percent: () => ({ t: "n", v: value, z: "0.0%" }),
            date: () => ({ t: "n", v: days(value), z: "yyyy-mm-dd" }),
            time: () => ({ t: "n", v: fraction(value), z: "hh:mm" }),
        }[kind]();
        page[xlsx.utils.encode_cell({ r: row - 1, c: column - 1 })] = cell;
    }
    page["!ref"] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows - 1, c: columns - 1 } });
    xlsx.utils.book_append_sheet(book, page, name);
}
for (const format of ["xlsx", "xlsb", "biff8", "ods"]) {
    xlsx.writeFile(book, `${stem}.${format === "biff8" ? "xls" : format}`, { bookType: format });
}
sheets.forEach(({ name }, index) => {
    fs.writeFileSync(`${stem}_${index + 1}.csv`, xlsx.utils.sheet_to_csv(book.Sheets[name]));
});
