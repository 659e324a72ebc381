import { expect, test } from "vitest";
import { replyChecks } from "./reply-checks";
import type { ReviewedText } from "./review";

const AROUND = { known: new Set(["ana@acme.test"]), inside: new Set(["acme.test", "we.test"]) };
const party = (address: string) => ({ name: "", address });
const text = (values: Partial<ReviewedText>): ReviewedText => ({
  subject: "Re: A question",
  to: [party("ana@acme.test")],
  cc: [],
  bcc: [],
  bodyHtml: "<p>Hello</p>",
  isPlain: false,
  attachments: [],
  scheduledAt: null,
  ...values,
});

test("nothing stands out in an answer to who has written", () => {
  expect(replyChecks(text({}), AROUND)).toEqual({
    firstTime: [],
    outside: [],
    promised: null,
    isFileMissing: false,
    braces: [],
  });
});

test("who is new is named, and a copy to another company apart from them", () => {
  const checks = replyChecks(text({ cc: [party("bo@acme.test"), party("eve@other.test")] }), AROUND);
  expect(checks).toMatchObject({ firstTime: ["bo@acme.test"], outside: ["eve@other.test"] });
});

test("a file that the text names is missed only where there is none, and words in a quote promise nothing", () => {
  const bodyHtml = "<p>The price list is attached.</p>";
  expect(replyChecks(text({ bodyHtml }), AROUND)).toMatchObject({ promised: "attached", isFileMissing: true });
  const attachments = [{ fileName: "prices.pdf", size: 1 }];
  expect(replyChecks(text({ bodyHtml, attachments }), AROUND)).toMatchObject({ isFileMissing: false });
  expect(replyChecks(text({ bodyHtml: `<p>Yes</p><blockquote>${bodyHtml}</blockquote>` }), AROUND).promised).toBeNull();
});

test("a variable that would leave as it stands is named once", () => {
  const bodyHtml = "<p>Hi {{firstName}}, {{firstName}}</p>";
  expect(replyChecks(text({ bodyHtml }), AROUND).braces).toEqual(["lead.firstName"]);
});
