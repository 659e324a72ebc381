import { expect, test } from "vitest";
import { isUnsent } from "./is-unsent";

const mail = (...head: string[]) => Buffer.from(`${["Subject: Hi", ...head].join("\r\n")}\r\n\r\nDrafts\r\n`);

test.each([
  "X-Gmail-Labels: Drafts",
  "X-Gmail-Labels: Important,\r\n Drafts,Opened",
  "X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe,Ge=C3=B6ffnet?=",
  "X-Gmail-Labels: Entwürfe",
  "X-Mozilla-Status: 0009",
  "X-Mozilla-Status: 0008",
])("%s is none that came or went", (line) => expect(isUnsent(mail(line))).toBe(true));

test.each(["X-Gmail-Labels: Sent,Opened", "X-Mozilla-Status: 0001", "X-Mozilla-Status: 0011", "X-Labels: Drafts"])(
  "%s is mail",
  (line) => expect(isUnsent(mail(line, "To: drafts@acme.test"))).toBe(false),
);
