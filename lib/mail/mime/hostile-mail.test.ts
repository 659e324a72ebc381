import { describe, expect, test } from "vitest";
import { contentDisposition } from "@/lib/domain/content-disposition";
import { previewKindOf } from "@/lib/domain/file-preview";
import { messageFrame, shownHtml } from "@/lib/domain/message-frame";
import { printDocument } from "@/lib/domain/print-document";
import { remotePicturesOf } from "@/lib/domain/remote-pictures";
import { composed } from "@/lib/testing/composed-reply";
import { dangersIn } from "@/lib/testing/dangers-in";
import { hostileMail, type HostileMail } from "@/lib/testing/hostile/hostile-mail";
import { parseMessage } from "./parse";
import { sanitiseHtml } from "./sanitise";

const MAIL = hostileMail({ server: "http://127.0.0.1:9", app: "https://inbox.own.test" });
const named = (mails: HostileMail[]) => mails.map((mail) => [mail.name, mail] as const);
const ofGroup = (group: HostileMail["group"]) => named(MAIL.filter((mail) => mail.group === group));
const HTML = ofGroup("html");
const ENVELOPE = {
  from: "ana@lead.test",
  to: "sam@own.test",
  inReplyTo: "first@own.test",
  date: new Date("2026-03-01T10:00:00Z"),
};

const read = async ({ raw }: HostileMail) => {
  const message = await parseMessage(raw(ENVELOPE));
  return { ...message, stored: sanitiseHtml(message.html) };
};
const known = new Map<HostileMail, ReturnType<typeof read>>();
/** A vector's mail, parsed and sanitised once for all that is looked at in it. */
function received(mail: HostileMail): ReturnType<typeof read> {
  const reading = known.get(mail) ?? read(mail);
  known.set(mail, reading);
  return reading;
}
const WORDS = { leadsTo: (target: string) => `goes to ${target}`, quotedLines: (lines: number) => `${lines} lines` };
const IMAGES = { picture: /^\/api\/images\/\d+$/, name: /^(?:m-.+|leads-to|fold|left-out|body)$/ };
/** A document's part that mail has written in, with its title: what stands around it is the app's own. */
const partOfMail = (document: string) =>
  document
    .replace(/^<!doctype html[^<>]*><html [^<>]*><head>.*?<title>/is, "")
    .replace(/<\/title><style>.*?<\/head>/s, "");
const dangersInDocument = (document: string) =>
  dangersIn(
    partOfMail(document)
      .replace(/<body(?: dir="auto")?>/, "")
      .replace(/<\/body><\/html>$/, ""),
    IMAGES,
  );

test("the set is as large as it has to be, no two try the same, and the checks find what they look for", () => {
  expect(HTML.length).toBeGreaterThanOrEqual(150);
  expect(MAIL.length - HTML.length).toBeGreaterThanOrEqual(50);
  expect(new Set(MAIL.map(({ group, name }) => `${group} ${name}`)).size).toBe(MAIL.length);
  const bad = `<p onclick="x">a</p><img src="http://evil.test/x"><p style="background:url(//evil.test)">b</p><script>x</script>`;
  expect(dangersIn(bad)).toHaveLength(4);
  expect(dangersInDocument(messageFrame({ ...frameOf(bad), subject: "</title><script>" }))).toHaveLength(3);
  // The parser of the checks sees what is hostile in nearly all of it before it is sanitised.
  const seen = HTML.filter(([, { html }]) => dangersIn(html).length > 0);
  expect(seen.length / HTML.length).toBeGreaterThan(0.85);
});

const frameOf = (html: string) => ({
  html,
  subject: "Hi",
  lang: "en",
  pictures: [],
  remotePicture: () => null,
  ...WORDS,
});

describe("HTML", () => {
  test.each(HTML)("stored, it requests nothing and runs nothing: %s", async (_name, mail) => {
    const { stored } = await received(mail);
    expect(dangersIn(stored.html)).toEqual([]);
    expect(sanitiseHtml(stored.html).html, "sanitised twice").toBe(stored.html);
  });

  test.each(HTML)("framed and printed, with pictures and without: %s", async (_name, mail) => {
    const { subject, text, stored } = await received(mail);
    const asked: string[] = [];
    for (const remotePicture of [() => null, (url: string) => `/api/images/${asked.push(url)}`]) {
      expect(dangersInDocument(messageFrame({ ...frameOf(stored.html), subject, remotePicture }))).toEqual([]);
      const html = shownHtml(stored.html, { pictures: [], remotePicture, ...WORDS });
      expect(dangersInDocument(printed({ author: subject, html, text }))).toEqual([]);
    }
    expect(asked.filter((url) => !/^https?:\/\//.test(url))).toEqual([]);
  });

  test.each(HTML)("quoted, it comes out as harmless as it went in: %s", async (_name, mail) => {
    const { text, stored } = await received(mail);
    const quote = { author: { name: "Ana", address: ENVELOPE.from }, sentAt: ENVELOPE.date, html: stored.html, text };
    for (const forwarded of [undefined, { subject: "Hi", to: [], cc: [] }]) {
      const { message } = await composed({ quote: { ...quote, ...(forwarded ? { forwarded } : {}) } });
      expect(dangersIn(message.html.replace(/^[^]*?<body>|<\/body>[^]*$/g, ""), OUTGOING)).toEqual([]);
      const preview = messageFrame({ ...frameOf(sanitiseHtml(message.html).html), subject: message.subject });
      expect(dangersInDocument(preview)).toEqual([]);
    }
  });

  test("only what somebody may look at is held back for later, and what nobody sees is dropped", async () => {
    const PLAIN = /^http:\/\/127\.0\.0\.1:9\//;
    const found: { picture: string[]; tracker: string[] } = { picture: [], tracker: [] };
    for (const [name, mail] of HTML) {
      const { html, trackers } = (await received(mail)).stored;
      if (remotePicturesOf(html).some((url) => PLAIN.test(url))) found.picture.push(name);
      if (trackers > 0) found.tracker.push(name);
    }
    const meant = (trait: string) => MAIL.filter((mail) => mail.trait === trait).map(({ name }) => name);
    expect(found).toEqual({ picture: meant("picture"), tracker: meant("tracker") });
  });
});

const OUTGOING = { picture: /^https?:\/\//, name: /^gmail_(?:quote|attr|signature|default)$|^moz-cite-prefix$/ };

const printed = ({ author, html, text }: { author: string; html: string; text: string }) =>
  printDocument({
    title: author,
    lang: "en",
    messages: [{ author, head: [["From", author]], html, text, isForward: false }],
    isWhole: true,
    leftOut: (lines) => `${lines} left out`,
  });

describe("text and headers", () => {
  test.each([...ofGroup("text"), ...ofGroup("header")])("drawn, printed and answered: %s", async (_name, mail) => {
    const { from, subject, text, stored, to, cc, headers } = await received(mail);
    expect(dangersIn(stored.html)).toEqual([]);
    const author = `${from?.name} <${from?.address}>`;
    expect(dangersInDocument(printed({ author, html: stored.html, text }))).toEqual([]);
    expect(dangersInDocument(messageFrame({ ...frameOf(stored.html || "<p>Hi</p>"), subject }))).toEqual([]);
    for (const { value } of headers) expect(value).not.toMatch(/[\r\n\0]/);
    expect([author, subject].join("")).not.toMatch(/[\r\n\0]/);
    const quote = { author: from ?? { name: "", address: "" }, sentAt: ENVELOPE.date, html: stored.html, text };
    const { message } = await composed({ subject, quote: { ...quote, forwarded: { subject, to, cc } } });
    expect(message.headers.map(({ name }) => name).toSorted()).toEqual(USUAL);
    expect(dangersIn(message.html.replace(/^[^]*?<body>|<\/body>[^]*$/g, ""), OUTGOING)).toEqual([]);
  });
});

const USUAL = "content-type date from in-reply-to message-id mime-version references subject to".split(" ");

describe("files", () => {
  test.each(ofGroup("file"))("named, offered and looked at: %s", async (_name, mail) => {
    const { attachments, html } = await received(mail);
    for (const { fileName, contentType, content } of attachments) {
      expect(fileName).not.toMatch(/[\p{C}\u2028\u2029\\/<>:"|?*]|^[. ]|[. ]$|^$/u);
      expect(fileName.length).toBeLessThanOrEqual(200);
      expect(contentDisposition("attachment", fileName)).toMatch(
        /^attachment; filename="[^"%;\p{Cc}]+"; filename\*=UTF-8''[\w.~%!$&+^`|#-]+$/u,
      );
      const kind = previewKindOf({ fileName, contentType });
      if (/^image\/svg|html|xml/i.test(contentType)) expect(kind).not.toMatch(/^(?:picture|pdf)$/);
      expect(content.byteLength).toBeGreaterThan(0);
    }
    expect(attachments.length + html.length).toBeGreaterThan(0);
    expect(dangersIn(sanitiseHtml(html).html)).toEqual([]);
  });
});
