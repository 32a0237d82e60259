"""Workbooks that ask for much. Each shape is a function that writes one to a path and returns its file's extension."""
import struct
import zipfile

ROWS, COLUMNS = 190_000, 480
DAY = 46_345  # 19 November 2026
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

DAILY = ["dash_date", "dash_seat_deposit_tot", "dash_seat_deposit_sales"]
PERFORMANCES = [
    "dash_date", "dash_time", "dash_seat_paid_tot", "dash_seat_paid_sales", "dash_seat_invite_tot",
    "dash_share_deposit", "dash_share_paid", "dash_share_free",
]
SHAPES = {}


def shape(make):
    SHAPES[make.__name__.replace("_", "-")] = make
    return make


def letters(column):
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def text(content):
    return f'<c t="inlineStr"><is><t>{content}</t></is></c>'


def number(value):
    return f"<c><v>{value}</v></c>"


def xlsx(path, daily, performances, strings=(), sheets="", before_data="", after_data=""):
    """Sheets are iterators of the markup of rows; cells follow one another from column A on."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", (
            f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'))
        archive.writestr("_rels/.rels", (
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument"'
            f' Target="xl/workbook.xml"/></Relationships>'))
        archive.writestr("xl/workbook.xml", (
            f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Daily" sheetId="1" r:id="rId1"/>'
            f'<sheet name="회차별판매" sheetId="2" r:id="rId2"/>{sheets}</sheets></workbook>'))
        archive.writestr("xl/_rels/workbook.xml.rels", (
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>'
            f'<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'))
        write(archive, "xl/sharedStrings.xml", f'{XML}<sst xmlns="{MAIN}">', strings, "</sst>")
        for part, rows in (("sheet1", daily), ("sheet2", performances)):
            opened = f'{XML}<worksheet xmlns="{MAIN}">{before_data}<sheetData>'
            write(archive, f"xl/worksheets/{part}.xml", opened, rows, f"</sheetData>{after_data}</worksheet>")
    return "xlsx"


def write(archive, name, opened, pieces, closed):
    with archive.open(name, "w", force_zip64=True) as part:
        part.write(opened.encode())
        batch, length = [], 0
        for piece in pieces:
            batch.append(piece)
            length += len(piece)
            if length > 1 << 18:
                part.write("".join(batch).encode())
                batch, length = [], 0
        part.write("".join(batch).encode())
        part.write(closed.encode())


def rows(markers, row, count=ROWS):
    """An empty row, the markers, and `count` times the cells that `row` gives for a number."""
    yield "<row/><row>" + "".join(map(text, markers)) + "</row>"
    for index in range(count):
        yield f"<row>{row(index)}</row>"


def start(index):
    """Date and time of a performance that no other has: one in each minute."""
    return number(DAY + 1 + index // 1_440) + number(index % 1_440 / 1_440)


def grades(prefix, count):
    # Any word is a grade.
    return [f"{prefix}g{index}" for index in range(count)]


def few(markers):
    return rows(markers, lambda index: number(DAY), 1)


# --- rows, grades, casts, shares


@shape
def grades_480_blank(path):
    return xlsx(path, few(DAILY), rows(PERFORMANCES + grades("dash_seat_paid_", COLUMNS) + ["dash_cast"], start))


@shape
def grades_40_blank(path):
    return xlsx(path, few(DAILY), rows(PERFORMANCES + grades("dash_seat_paid_", 40) + ["dash_cast"], start))


@shape
def grades_40_filled(path):
    cells = number(1) * 6 + number(2) * 40
    markers = PERFORMANCES + grades("dash_seat_paid_", 40) + ["dash_cast"]
    return xlsx(path, few(DAILY), rows(markers, lambda index: start(index) + cells, ROWS // 2))


@shape
def both_grades_filled(path):
    cells = number(1) * 6 + number(2) * 80
    markers = PERFORMANCES + grades("dash_seat_paid_", 40) + grades("dash_seat_invite_", 40) + ["dash_cast"]
    return xlsx(path, few(DAILY), rows(markers, lambda index: start(index) + cells, ROWS // 2))


@shape
def daily_grades(path):
    markers = DAILY + grades("dash_seat_deposit_", 40)
    cells = number(40) + number(4) + number(1) * 40
    return xlsx(path, rows(markers, lambda index: number(18_264 + index % 28_000) + cells, ROWS // 2), few(PERFORMANCES + ["dash_cast"]))


@shape
def casts_480(path):
    markers = PERFORMANCES + [f"dash_cast_{index}" for index in range(COLUMNS)]
    return xlsx(path, few(DAILY), rows(markers, lambda index: start(index) + number(1) * 6 + text("김") * 40))


@shape
def casts_40(path):
    names = '<c t="s"><v>0</v></c>' * 40
    markers = PERFORMANCES + [f"dash_cast_{index}" for index in range(40)]
    long_name = f"<si><t>{'이름 ' * 60}</t></si>"
    return xlsx(path, few(DAILY), rows(markers, lambda index: start(index) + number(1) * 6 + names), [long_name])


@shape
def casts_all_different(path):
    def row(index):
        return start(index) + number(1) * 6 + "".join(text(f"{index:x}{role}") for role in range(10))

    markers = PERFORMANCES + [f"dash_cast_{index}" for index in range(10)]
    return xlsx(path, few(DAILY), rows(markers, row))


@shape
def shares(path):
    cells = number(20) + number(600_000) + number(2) + number("0.12345678901234567") * 3 + text("김")
    return xlsx(path, few(DAILY), rows(PERFORMANCES + ["dash_cast"], lambda index: start(index) + cells))


# --- findings


@shape
def findings(path):
    cells = text("x") * 46
    markers = PERFORMANCES + grades("dash_seat_paid_", 40) + ["dash_cast"]
    return xlsx(path, few(DAILY), rows(markers, lambda index: start(index) + cells, ROWS // 3))


@shape
def warnings(path):
    markers = PERFORMANCES + grades("dash_seat_paid_", 40) + grades("dash_seat_invite_", 40)
    return xlsx(path, few(DAILY), rows(markers + ["dash_cast"], start))


@shape
def rows_without_date(path):
    return xlsx(path, rows(DAILY, lambda index: "<c/>" + number(1) * 2), few(PERFORMANCES + ["dash_cast"]))


@shape
def errors_for_dates(path):
    return xlsx(path, rows(DAILY, lambda index: '<c t="e"><v>#REF!</v></c>'), few(PERFORMANCES + ["dash_cast"]))


@shape
def long_texts_for_numbers(path):
    return xlsx(path, rows(DAILY, lambda index: number(DAY) + '<c t="s"><v>0</v></c>' * 2), few(PERFORMANCES), [f"<si><t>{'x' * 32_000}</t></si>"])


# --- merged regions


def merged(path, region):
    regions = "".join(f'<mergeCell ref="{region(index)}"/>' for index in range(300_000))
    return xlsx(path, rows(DAILY, lambda index: number(DAY)), few(PERFORMANCES), after_data=f"<mergeCells>{regions}</mergeCells>")


@shape
def merged_small(path):
    return merged(path, lambda index: f"A{3 + index * 2}:A{4 + index * 2}")


@shape
def merged_overlapping(path):
    return merged(path, lambda index: f"A3:XFD{190_000 - index // 2}")


@shape
def merged_whole_columns(path):
    return merged(path, lambda index: f"{letters(index % 500 + 1)}1:{letters(index % 500 + 1)}1048576")


# --- the package


@shape
def sheets(path):
    many = "".join(f'<sheet name="s{index}" sheetId="{index + 3}" r:id="rId{index + 3}"/>' for index in range(500_000))
    return xlsx(path, few(DAILY), few(PERFORMANCES + ["dash_cast"]), sheets=many)


@shape
def shared_strings_many(path):
    return xlsx(path, few(DAILY), few(PERFORMANCES), ("<si><t>x</t></si>" for _ in range(1_990_000)))


@shape
def shared_strings_large(path):
    return xlsx(path, few(DAILY), few(PERFORMANCES), (f"<si><t>{'가' * 10_000}</t></si>" for _ in range(2_000)))


@shape
def shared_strings_runs(path):
    run = "<r><t>a</t></r>" * 2_000_000
    return xlsx(path, few(DAILY), few(PERFORMANCES), ["<si>", run, "</si>"])


@shape
def blank_cells(path):
    return xlsx(path, rows(DAILY, lambda index: "<c/>" * COLUMNS, 60_000), few(PERFORMANCES))


@shape
def inflated(path):
    return xlsx(path, rows(DAILY, lambda index: "<c/>" * COLUMNS, 130_000), few(PERFORMANCES))


@shape
def one_attribute(path):
    return xlsx(path, few(DAILY), few(PERFORMANCES), before_data=f'<dimension ref="{"A" * (100 << 20)}"/>')


# --- CSV


def csv(path, content):
    with open(path, "wb") as file:
        file.write(content)
    return "csv"


@shape
def csv_commas(path):
    return csv(path, b",".join([b"dash_date"] + [b""] * 20_000_000))


@shape
def csv_commas_below(path):
    return csv(path, ",".join(DAILY).encode() + b"\n" + b"," * 19_900_000)


@shape
def csv_lines(path):
    return csv(path, ",".join(DAILY).encode() + b"\n" * 19_900_000)


@shape
def csv_short_rows(path):
    return csv(path, ",".join(DAILY).encode() + b"\n" + b"2026-11-19,x,x\n" * 1_300_000)


@shape
def csv_wide_rows(path):
    head = ",".join(DAILY + grades("dash_seat_deposit_", 40)).encode()
    return csv(path, head + (b"\n2026-11-19" + b",1" * 42) * 200_000)


@shape
def csv_quote(path):
    return csv(path, ",".join(DAILY).encode() + b'\n"' + b"x\n" * 9_900_000)


# --- ods


def ods(path, body):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
        opened = f'{XML}<office:document-content {names} office:version="1.3"><office:body><office:spreadsheet>'
        write(archive, "content.xml", opened, body, "</office:spreadsheet></office:body></office:document-content>")
    return "ods"


def ods_text(content, repeated=1):
    return f'<table:table-cell table:number-columns-repeated="{repeated}" office:value-type="string"><text:p>{content}</text:p></table:table-cell>'


def ods_number(value, repeated=1):
    return f'<table:table-cell table:number-columns-repeated="{repeated}" office:value-type="float" office:value="{value}"/>'


def ods_table(name, markers, body):
    yield f'<table:table table:name="{name}"><table:table-row>{"".join(map(ods_text, markers))}</table:table-row>'
    yield from body
    yield "</table:table>"


def ods_repeated(path, cells, repeated, markers=DAILY):
    row = f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'
    daily = ods_table("Daily", markers, [row])
    return ods(path, [*daily, *ods_table("회차별판매", PERFORMANCES + ["dash_cast"], [])])


@shape
def ods_rows_repeated(path):
    return ods_repeated(path, ods_number(DAY) + ods_number(1, 42), ROWS, DAILY + grades("dash_seat_deposit_", 40))


@shape
def ods_rows_without_end(path):
    return ods_repeated(path, ods_number(DAY), 2_000_000_000)


@shape
def ods_columns_without_end(path):
    return ods_repeated(path, ods_number(1, 2_000_000_000), 1)


@shape
def ods_findings(path):
    return ods_repeated(path, ods_number(DAY) + ods_text("x", 42), ROWS, DAILY + grades("dash_seat_deposit_", 40))


@shape
def ods_long_text_repeated(path):
    return ods_repeated(path, ods_number(DAY) + ods_text("x" * 32_000, 2), ROWS)


@shape
def ods_blank_repeated(path):
    return ods_repeated(path, '<table:table-cell table:number-columns-repeated="16384"/>', 1_048_576)


@shape
def ods_spans(path):
    span = f'<table:table-cell table:number-columns-spanned="16384" table:number-rows-spanned="1048576" office:value-type="float" office:value="{DAY}"/>'
    return ods_repeated(path, span, ROWS)


# --- xlsb


def record(kind, data=b""):
    out = bytearray()
    for value in (kind, len(data)):
        while value > 0x7F:
            out.append(value & 0x7F | 0x80)
            value >>= 7
        out.append(value)
    return bytes(out) + data


def wide(content):
    return struct.pack("<I", len(content)) + content.encode("utf-16-le")


def xlsb(path, markers, cells, count=ROWS, merges=0):
    """`cells` are the records behind the date of each row."""

    def sheet(markers, count):
        yield record(0x81) + record(0x94, struct.pack("<4I", 0, 1, 0, 1)) + record(0x91)
        header = lambda row: record(0x00, struct.pack("<I13x", row))
        yield header(1)
        for column, marker in enumerate(markers):
            yield record(0x06, struct.pack("<II", column, 0) + wide(marker))
        for row in range(2, 2 + count):
            yield header(row) + record(0x05, struct.pack("<IId", 0, 0, float(DAY))) + cells
        yield record(0x92)
        if merges:
            yield record(0xB1, struct.pack("<I", merges))
            for index in range(merges):
                yield record(0xB0, struct.pack("<4I", 2, 190_000 - index % 1_000, 0, 16_383))
            yield record(0xB2)
        yield record(0x82)

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", (
            f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'))
        archive.writestr("_rels/.rels", (
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument"'
            f' Target="xl/workbook.bin"/></Relationships>'))
        archive.writestr("xl/_rels/workbook.bin.rels", f'{XML}<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
            f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.bin"/>' for n in (1, 2)) + "</Relationships>")
        bundles = b"".join(
            record(0x9C, struct.pack("<II", 0, n) + wide(f"rId{n}") + wide(name)) for n, name in ((1, "Daily"), (2, "회차별판매")))
        properties = record(0x99, struct.pack("<II", 0, 0) + wide("ThisWorkbook"))
        archive.writestr("xl/workbook.bin", record(0x83) + properties + record(0x8F) + bundles + record(0x90) + record(0x84))
        for part, pieces in (("sheet1", sheet(markers, count)), ("sheet2", sheet(PERFORMANCES + ["dash_cast"], 0))):
            with archive.open(f"xl/worksheets/{part}.bin", "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
    return "xlsb"


def rk(column, value):
    return record(0x02, struct.pack("<IIi", column, 0, value << 2 | 2))


@shape
def xlsb_grades_blank(path):
    return xlsb(path, DAILY + grades("dash_seat_deposit_", COLUMNS - 3), b"")


@shape
def xlsb_grades_filled(path):
    return xlsb(path, DAILY + grades("dash_seat_deposit_", 40), b"".join(rk(column, 1) for column in range(1, 43)), ROWS // 2)


@shape
def xlsb_findings(path):
    bad = b"".join(record(0x04, struct.pack("<IIB", column, 0, 1)) for column in range(1, 43))
    return xlsb(path, DAILY + grades("dash_seat_deposit_", 40), bad, ROWS // 2)


@shape
def xlsb_merged(path):
    return xlsb(path, DAILY, b"", ROWS, 300_000)


# --- xls


def compound(path, stream):
    """A compound file of version 4, with sectors of 4 096 bytes, and one stream."""
    size, end, free = 4096, 0xFFFFFFFE, 0xFFFFFFFF
    data = -(-len(stream) // size)
    tables = 1
    while tables * (size // 4) < data + 1 + tables:
        tables += 1
    chain = [0xFFFFFFFD] * tables + [end] + [tables + 2 + index for index in range(data)]
    chain[-1] = end
    chain += [free] * (tables * (size // 4) - len(chain))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 4, 0xFFFE, 12, 6)
    header += struct.pack("<IIIIIIIII", 1, tables, tables, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", *[index if index < tables else free for index in range(109)])

    def entry(name, kind, child, first, length):
        raw = (name.encode("utf-16-le") + bytes(64))[:64]
        return raw + struct.pack("<HBBIII16xI16xIQ", len(name) * 2 + 2, kind, 1, free, free, child, 0, first, length)

    directory = entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, free, tables + 1, len(stream))
    with open(path, "wb") as file:
        file.write(header.ljust(size, b"\0"))
        file.write(struct.pack(f"<{len(chain)}I", *chain))
        file.write(directory.ljust(size, b"\0"))
        file.write(stream.ljust(data * size, b"\0"))
    return "xls"


def biff(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def biff_text(content, length="<HB"):
    return struct.pack(length, len(content), 1) + content.encode("utf-16-le")


def xls(path, markers, cells, count, merges=0):
    begin = lambda kind: biff(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0x41, 6))

    def sheet(markers, count):
        out = [begin(0x10), biff(0x0200, struct.pack("<IIHHH", 0, count + 2, 0, len(markers), 0))]
        out += [biff(0x0204, struct.pack("<HHH", 1, column, 0) + biff_text(marker)) for column, marker in enumerate(markers)]
        out += [biff(0x0203, struct.pack("<HHHd", row, 0, 0, float(DAY))) + cells(row) for row in range(2, 2 + count)]
        for _ in range(merges):
            out.append(biff(0x00E5, struct.pack("<H", 1_000) + struct.pack("<4H", 2, 65_535, 0, 255) * 1_000))
        return b"".join(out) + biff(0x000A)

    sheets = [sheet(markers, count), sheet(PERFORMANCES + ["dash_cast"], 0)]
    names = ["Daily", "회차별판매"]

    def head(offsets):
        bounds = [biff(0x0085, struct.pack("<IH", offset, 0) + biff_text(name, "<BB")) for offset, name in zip(offsets, names)]
        return begin(0x05) + biff(0x0042, struct.pack("<H", 1200)) + b"".join(bounds) + biff(0x000A)

    first = len(head([0, 0]))
    return compound(path, head([first, first + len(sheets[0])]) + b"".join(sheets))


@shape
def xls_grades_blank(path):
    return xls(path, DAILY + grades("dash_seat_deposit_", 250), lambda row: b"", 65_000)


@shape
def xls_grades_filled(path):
    values = struct.pack("<Hi", 0, 1 << 2 | 2) * 42
    cells = lambda row: biff(0x00BD, struct.pack("<HH", row, 1) + values + struct.pack("<H", 42))
    return xls(path, DAILY + grades("dash_seat_deposit_", 40), cells, 65_000)


@shape
def xls_blanks(path):
    cells = lambda row: biff(0x00BE, struct.pack("<HH", row, 1) + bytes(2 * 120) + struct.pack("<H", 120))
    return xls(path, DAILY + grades("dash_seat_deposit_", 40), cells, 65_000)


@shape
def xls_merged(path):
    return xls(path, DAILY, lambda row: b"", 65_000, 300)
