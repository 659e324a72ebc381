import { expect, test } from "vitest";
import { knownServer, saysThatItFilesSent } from "./known-servers";

test.each(["imap.gmail.com", "smtp.gmail.com", "outlook.office365.com", "smtp.office365.com", "imap-mail.outlook.com"])(
  "%s files what it submits by itself",
  (host) => expect(knownServer(host)?.filesSent).toBe(true),
);

test.each(["imap.acme.test", "notgmail.com", "gmail.com.evil.test"])("nothing is known of %s", (host) =>
  expect(knownServer(host)).toBeNull(),
);

test("a server under another name is told by what it says of itself", () => {
  expect(saysThatItFilesSent({ capabilities: ["IMAP4REV1", "X-GM-EXT-1"], greeting: "Gimap ready" })).toBe(true);
  expect(
    saysThatItFilesSent({
      capabilities: ["IMAP4REV1"],
      greeting: "The Microsoft Exchange IMAP4 service is ready.",
    }),
  ).toBe(true);
  expect(saysThatItFilesSent({ capabilities: ["IMAP4REV1", "IDLE"], greeting: "Dovecot ready." })).toBe(false);
});
