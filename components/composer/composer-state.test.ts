import { expect, test } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { composerReducer, draftOf, stateOfDraft } from "./composer-state";

const draft = (values: Partial<DraftContent> = {}): DraftContent => ({
  parentId: "p",
  to: ["Ana <ana@lead.test>"],
  cc: [],
  bcc: [],
  bodyHtml: "<p>This one</p>",
  addSignature: true,
  attachments: [],
  scheduledTime: null,
  scheduledZone: null,
  scheduleCondition: "always",
  ...values,
});
const file = (uploadId: string) => ({ uploadId, fileName: `${uploadId}.pdf`, contentType: "application/pdf", size: 7 });

test("keeping both takes over whom the other version names and what hangs below it, each once", () => {
  const state = stateOfDraft(draft({ attachments: [file("a")] }));
  const other = draft({
    to: ["ANA@lead.test", "Ben <ben@lead.test>"],
    cc: ["ana@lead.test", "not an address"],
    bcc: ["eva@lead.test"],
    attachments: [file("a"), file("b")],
    scheduledTime: "2027-01-01T00:00:00Z",
  });

  const merged = draftOf(composerReducer(state, { type: "merged", other }));

  expect(merged).toEqual(
    draft({
      to: ["Ana <ana@lead.test>", "Ben <ben@lead.test>"],
      cc: ["not an address"],
      bcc: ["eva@lead.test"],
      attachments: [file("a"), file("b")],
    }),
  );
});

test("keeping both takes over what was to follow and the templates, and brings no recipient of a forward into a reply", () => {
  const followUps = { steps: [], stopCategoryIds: [], awayRule: "move" as const };
  const mine = stateOfDraft(draft({ templateIds: ["t"] }));
  const merged = (other: Partial<DraftContent>) =>
    draftOf(composerReducer(mine, { type: "merged", other: draft(other) }));

  expect(merged({ followUps, templateIds: ["t", "u"] })).toEqual(draft({ followUps, templateIds: ["t", "u"] }));
  expect(merged({ kind: "forward", to: ["outsider@elsewhere.test"] })).toEqual(draft({ templateIds: ["t"] }));
});

test("keeping both leaves files alone that are still on their way", () => {
  const row = { key: "k", fileName: "a.pdf", contentType: "application/pdf", size: 7, isInline: false };
  const uploading = composerReducer(stateOfDraft(draft()), { type: "files", change: { type: "added", files: [row] } });

  const { files } = composerReducer(uploading, { type: "merged", other: draft({ attachments: [file("b")] }) });
  expect(files.map(({ fileName, state }) => [fileName, state])).toEqual([
    ["a.pdf", "uploading"],
    ["b.pdf", "ready"],
  ]);
});

test("a reply that becomes a forward keeps its words and own files, and gives the original's files back when it is turned again", () => {
  const reply = draft({
    attachments: [file("a")],
    scheduledTime: "2027-01-01T00:00:00Z",
    scheduleCondition: "if_no_reply",
  });
  const original = { ...file("o"), attachmentId: "original" };
  const opening = draft({ parentId: "q", to: [], kind: "forward", bodyHtml: "", attachments: [original] });

  const forward = composerReducer(stateOfDraft(reply), { type: "turned", opening });
  expect(draftOf(forward)).toEqual(
    draft({
      parentId: "q",
      to: [],
      kind: "forward",
      attachments: [file("a"), original],
      scheduledTime: "2027-01-01T00:00:00Z",
      scheduledZone: "UTC",
    }),
  );

  const again = draftOf(composerReducer(forward, { type: "turned", opening: draft() }));
  expect(again).toMatchObject({ parentId: "p", to: ["Ana <ana@lead.test>"], attachments: [file("a")] });
  expect(again).not.toHaveProperty("kind");

  expect(draftOf(composerReducer(forward, { type: "turned", opening: reply, isBack: true }))).toEqual(
    draftOf(stateOfDraft(reply)),
  );
});

test("who is pressed in a message becomes a recipient once, wherever they stand already", () => {
  const state = stateOfDraft(draft({ cc: ["Ben <ben@lead.test>"] }));
  const to = (address: string) => composerReducer(state, { type: "added", address }).to;

  expect(to("eva@lead.test")).toEqual(["Ana <ana@lead.test>", "eva@lead.test"]);
  expect(to("ANA@lead.test")).toEqual(["Ana <ana@lead.test>"]);
  expect(to("ben@lead.test")).toEqual(["Ana <ana@lead.test>"]);
});
