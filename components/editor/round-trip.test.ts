import type { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { fillVariables, withEscapedBraces } from "@/lib/domain/fill-variables";
import { inlineContentId } from "@/lib/domain/inline-content-id";
import { inlineUploadsOf, withInlineParts, withRestoredUploads } from "@/lib/domain/inline-uploads";
import { plainBodyOf, textOfPlainBody } from "@/lib/domain/plain-body";
import { composeReply } from "@/lib/mail/mime/compose";
import { DraftContentInput } from "@/lib/services/drafts/schemas";
import { readMessage } from "@/lib/services/messages/read-message";
import { replyBody } from "@/lib/services/replies/reply-body";
import { composeInput } from "@/lib/testing/composed-reply";
import { randomRuns, randomTimeout } from "@/lib/testing/random-runs";
import {
  asReceived,
  linesOf,
  openedDocument,
  receivedDocument,
  replySchema,
  said,
  textLines,
  uploadIdOf,
} from "@/lib/testing/round-trip";
import { useDom } from "@/lib/testing/use-dom";
import { CORNERS } from "@/lib/testing/written-corners";
import { writtenDocument, writtenWords } from "@/lib/testing/written-document";
import { heldSpaces } from "./held-spaces";
import { mailHtml } from "./mail-html";

useDom();

test.each(CORNERS)("$name: opened, kept, sent and read as it was written", async ({ content }) => {
  await expectSame({ type: "doc", content });
});

// Some seconds of work, which are many more on a machine that is shared.
test("any text: opened, kept, sent and read as it was written", { timeout: randomTimeout(90_000) }, async () => {
  await fc.assert(fc.asyncProperty(writtenDocument, expectSame), randomRuns(50));
});

test("any text alone: its lines leave as they were typed, with four spaces for a tab", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(writtenWords, fc.constantFrom("", "  "))), async (typed) => {
      const text = [...typed, "Sam"].join("\n");
      const draft = drafted(plainBodyOf(text));
      const lines = text.replaceAll("\t", "    ").replaceAll("\u00a0", " ").replace(/^\n+/, "");
      expect(textOfPlainBody(draft)).toBe(lines);

      const raw = await sent(accepted(draft), draft, true);

      const wanted = said(lines);
      const [theirs, ours] = await Promise.all([PostalMime.parse(raw), readMessage(raw, new Date())]);
      expect([theirs.html ?? "", ours.html]).toEqual(["", ""]);
      expect([theirs.text!.trimEnd(), ours.text.trimEnd()]).toEqual([wanted, wanted]);
    }),
    randomRuns(50),
  );
});

async function expectSame(json: object): Promise<void> {
  const written = replySchema.nodeFromJSON(json);
  written.check();
  const draft = drafted(mailHtml(written));
  expectOpened(draft, written);

  const body = accepted(draft);
  expectTakenBack(body);

  const raw = await sent(body, draft);

  const wanted = asReceived(written);
  const [theirs, ours] = await Promise.all([PostalMime.parse(raw), readMessage(raw, new Date())]);
  for (const { html, text } of [theirs, ours]) {
    expect(receivedDocument(html!).toJSON()).toEqual(wanted.toJSON());
    expect(textLines(text!)).toEqual(linesOf(wanted));
  }
}

/** Opening a draft, and saving it again, changes nothing. */
function expectOpened(draft: string, written: Node): void {
  const opened = openedDocument(draft);
  expect(opened.toJSON()).toEqual(heldSpaces(written).toJSON());
  expect(drafted(mailHtml(opened))).toBe(draft);
}

/** As the draft's column holds it. */
const drafted = (html: string): string => DraftContentInput.shape.bodyHtml.parse(html);

/** As the verb keeps it. */
function accepted(draft: string): string {
  const { html, unresolved } = fillVariables(withInlineParts(replyBody(draft), inlineContentId), SOURCE);
  expect(unresolved).toEqual([]);
  return html;
}

/** A reply that is taken back, opened, and sent again is the same reply. */
function expectTakenBack(bodyHtml: string): void {
  const draft = withRestoredUploads(withEscapedBraces(bodyHtml), uploadIdOf);
  expect(accepted(drafted(mailHtml(openedDocument(draft))))).toBe(bodyHtml);
}

/** As the worker composes it, with each picture as a part. */
function sent(bodyHtml: string, draft: string, isPlain = false): Promise<Buffer> {
  const attachments = inlineUploadsOf(draft).map((id) => ({
    fileName: "hall.png",
    contentType: "image/png",
    content: Buffer.from(id),
    contentId: inlineContentId(id),
  }));
  return composeReply(composeInput({ bodyHtml, isPlain, attachments }));
}

const SOURCE = {
  lead: {
    firstName: "Ána <&> Lund",
    lastName: "",
    email: "ana@lead.test",
    company: "",
    title: "",
    phone: "",
    website: "",
    linkedin: "",
    location: "",
    custom: {},
  },
  campaign: { name: "" },
  sender: { name: "Sam Own", email: "sam@own.test" },
};
