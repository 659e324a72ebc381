import { expect, test } from "vitest";
import { readTable } from "./read-table";

const bytes = (text: string) => new TextEncoder().encode(text);
const cellsOf = (text: string | Uint8Array) =>
  readTable(typeof text === "string" ? bytes(text) : text).rows.map(({ cells }) => cells);

test.each([
  ["commas", "mail,org\nana@lead.test,Lind & Co\n", ","],
  ["semicolons", "mail;org\r\nana@lead.test;Lind & Co\r\n", ";"],
  ["tabs", "mail\torg\nana@lead.test\tLind & Co", "\t"],
  ["vertical bars", "mail|org\nana@lead.test|Lind & Co\n", "|"],
  ["commas inside quoted heads", '"mail";"org, or firm, or shop"\nana@lead.test;Lind & Co', ";"],
  ["a line that names it", "sep=|\nmail|org\nana@lead.test|Lind & Co\n", "|"],
  ["a mark of UTF-8", "\ufeffmail,org\nana@lead.test,Lind & Co", ","],
])("%s", (_what, text, delimiter) => {
  const table = readTable(bytes(text));

  expect(table).toMatchObject({ delimiter, charset: "utf-8" });
  expect(table.heads[0]).toBe("mail");
  expect(table.rows.map(({ cells }) => cells)).toEqual([["ana@lead.test", "Lind & Co"]]);
});

test("quotes hold delimiters, quotes and line breaks, and a row says on which line of the file it begins", () => {
  const table = readTable(bytes('mail,note\n"a@lead.test","one, ""two""\nthree"\n\nb@lead.test,5" pipe\n'));

  expect(table.rows).toEqual([
    { line: 2, cells: ["a@lead.test", 'one, "two"\nthree'] },
    { line: 5, cells: ["b@lead.test", '5" pipe'] },
  ]);
  expect(readTable(bytes("sep=,\nmail,note\na@lead.test,x")).rows[0]!.line).toBe(3);
});

test("what a spreadsheet would compute is text", () => {
  expect(cellsOf('a,b\n"=HYPERLINK(""http://evil.test"")",+1-2\n@x,-3')).toEqual([
    ['=HYPERLINK("http://evil.test")', "+1-2"],
    ["@x", "-3"],
  ]);
});

test("Windows-1252 and UTF-16 are read as what they are", () => {
  const western = new Uint8Array(Buffer.concat([Buffer.from("name\nJ\u00f6rg ", "latin1"), Buffer.from([0x96])]));
  const wide = new Uint8Array(Buffer.from("\ufeffname\tmail\nJörg\tj@lead.test", "utf16le"));

  expect(readTable(western)).toMatchObject({ charset: "windows-1252", rows: [{ cells: ["Jörg –"] }] });
  expect(readTable(wide)).toMatchObject({
    charset: "utf-16le",
    heads: ["name", "mail"],
    rows: [{ cells: ["Jörg", "j@lead.test"] }],
  });
});

test.each([
  ["", { reason: "table_empty" }],
  ["\n\n", { reason: "table_empty" }],
  ["PK\u0003\u0004binary", { reason: "table_binary" }],
  ['mail\nok@lead.test\n"never closed\nand on', { reason: "table_quotes" }],
])("%j is refused in a word of ours", (text, field) => {
  expect(() => readTable(bytes(text))).toThrow(
    expect.objectContaining({ code: "invalid", fields: [expect.objectContaining({ path: "file", ...field })] }),
  );
});

test("20,000 rows take a second or less", () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `lead${n}@firm${n % 900}.test,Ana ${n},"Firm, ${n}",+44 20 ${n}`,
  );
  const before = process.cpuUsage();

  const table = readTable(bytes(["email,name,company,phone", ...rows].join("\n")));

  expect(table.rows).toHaveLength(20_000);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
});
