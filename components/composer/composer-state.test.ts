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
