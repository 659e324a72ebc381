import { expect } from "@playwright/test";
import { fileMarks, headersOf, namedHeaders, readMail, sha256 } from "./mail";
import { ANA, BEN, FIRST, SAM } from "./office";

type Sent = { inReplyTo: string; files: { name: string; buffer: Buffer }[] };

/** Asserts that Sam's reply "Here they are." to Ana's "Yes, please." arrived as it was written: headers, texts, files. */
export async function expectWholeReply(raw: Buffer, { inReplyTo, files }: Sent): Promise<void> {
  const mail = await readMail(raw);
  expect(mail).toMatchObject({ from: { name: SAM.name, address: SAM.address }, to: [ANA], cc: [BEN] });
  expect(namedHeaders(raw)).toEqual({
    "Message-ID": [expect.stringMatching(/^<[^<>\s]+@acme\.test>$/)],
    "In-Reply-To": [`<${inReplyTo}>`],
    References: [`<${FIRST.messageId}> <${inReplyTo}>`],
    Subject: [`Re: ${FIRST.subject}`],
    Bcc: [],
  });
  expect(Math.abs(Date.parse(headersOf(raw, "Date")[0]!) - Date.now())).toBeLessThan(60_000);
  expect(mail.text).toMatch(
    /^Here they are\.[\s\S]+Sám Reed[\s\S]+Ana Lind <ana@lead\.test> wrote:[\s\S]+> Yes, please\./,
  );
  expect(mail.html).toMatch(/Here they are\.[\s\S]+<b>Sám Reed<\/b>[\s\S]+<blockquote[\s\S]+Yes, please\./);
  expect(fileMarks(mail)).toEqual(files.map(({ name, buffer }) => ({ name, sha256: sha256(buffer) })));
}
