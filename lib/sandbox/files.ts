import { crc32, deflateSync } from "node:zlib";
import type { Random } from "./random";
import type { RawFile } from "./serialise";

/** A small table of measurements, as a meter exports it. */
export function csvFile(fileName: string, machines: readonly string[], random: Random): RawFile {
  const rows = machines.map(
    (machine) => `${machine};${random.int(2, 90)},${random.int(0, 9)};${random.int(1, 40)},${random.int(0, 9)}`,
  );
  const content = Buffer.from(["machine;running kW;idle kW", ...rows, ""].join("\r\n"), "utf8");
  return { fileName, contentType: "text/csv", content };
}

/** A one-page PDF with some lines of ASCII text. */
export function pdfFile(fileName: string, lines: readonly string[]): RawFile {
  const plain = (line: string) =>
    line
      .normalize("NFD")
      .replace(/[^\x20-\x7e]/g, "")
      .replace(/[()\\]/g, "\\$&");
  const drawn = lines.map((line, index) => `1 0 0 1 60 ${780 - index * 20} Tm (${plain(line)}) Tj`).join("\n");
  const stream = `BT /F1 12 Tf\n${drawn}\nET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  body += `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return { fileName, contentType: "application/pdf", content: Buffer.from(body, "latin1") };
}

const WIDTH = 120;
const HEIGHT = 48;

/** A picture of a load curve: bars of a day, dark on light. */
export function pngFile(fileName: string, random: Random, contentId?: string): RawFile {
  const bars = Array.from({ length: 24 }, (_, hour) =>
    hour < 6 || hour > 19 ? random.int(6, 12) : random.int(20, 42),
  );
  const rows: Buffer[] = [];
  for (let y = 0; y < HEIGHT; y++) {
    const row = Buffer.alloc(1 + WIDTH, 0xf4);
    row[0] = 0;
    for (let x = 0; x < WIDTH; x++) if (x % 5 !== 4 && HEIGHT - y <= bars[Math.floor(x / 5)]!) row[1 + x] = 0x38;
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const content = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { fileName, contentType: "image/png", content, ...(contentId ? { contentId } : {}) };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
