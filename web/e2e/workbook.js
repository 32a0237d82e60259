/** Breaks a good workbook in one cell, as a broken formula would: an xlsx is an archive of texts. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What is in an archive. @param {Buffer} archive @returns {{ name: string, bytes: Buffer }[]} */
export function unpack(archive) {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const stored = archive.subarray(start, start + size);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    return { name, bytes: method === 0 ? stored : inflateRawSync(stored) };
  });
}

/** @param {Buffer} bytes */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** An archive of texts, as an xlsx is one. @param {readonly { name: string, bytes: Buffer }[]} entries */
export function pack(entries) {
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const title = Buffer.from(name);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, title);
    offset += 30 + title.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** The same workbook in other bytes, as another program would save it. @param {Buffer} archive */
export function repacked(archive) {
  return pack(unpack(archive));
}

/**
 * Replaces the last number of a column by `#REF!`, and answers the workbook with the cell's address.
 * @param {Buffer} archive @param {{ sheet: string, column: string }} where
 */
export function broken(archive, { sheet, column }) {
  const entries = unpack(archive);
  const text = (/** @type {string} */ path) =>
    entries.find(({ name }) => name === path)?.bytes.toString('utf8') ?? '';
  const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]+)"`).exec(text('xl/workbook.xml'))?.[1];
  const relation = text('xl/_rels/workbook.xml.rels')
    .split('<Relationship ')
    .find((one) => one.includes(`Id="${id}"`));
  const target = /Target="\/?(?:xl\/)?([^"]+)"/.exec(relation ?? '')?.[1];
  if (target === undefined) throw new Error(`the workbook has no sheet ${sheet}`);
  const path = `xl/${target}`;
  const cells = [...text(path).matchAll(new RegExp(`<c r="(${column}(\\d+))"([^>]*)>(.*?)</c>`, 'gs'))];
  // The last data row: the line of totals below it has no date, and counts for nothing.
  const cell = cells.filter(([, , , attributes = '']) => !attributes.includes('t="s"')).at(-3);
  if (cell === undefined) throw new Error(`${sheet} has no numbers in ${column}`);
  const [found, address = ''] = cell;
  const sheetText = text(path).replace(found, `<c r="${address}" t="e"><v>#REF!</v></c>`);
  const changed = entries.map((entry) =>
    entry.name === path ? { name: path, bytes: Buffer.from(sheetText) } : entry,
  );
  return { bytes: pack(changed), address: `${sheet}!${address}` };
}
