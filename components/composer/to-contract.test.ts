import { expect, test } from "vitest";
import type { MessageView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";
import { SendFromComposerInput } from "@/lib/services/replies/schemas";
import type { DraftContent } from "@/lib/domain/draft";
import { composerReducer, draftOf, stateOfDraft } from "./composer-state";
import { hostOf } from "./files";
import { toContract } from "./to-contract";

const FILE = "0198c0de-0000-7000-8000-00000000000a";
const PICTURE = "0198c0de-0000-7000-8000-00000000000b";
const PARENT = "0198c0de-0000-7000-8000-000000000001";
const DRAFT = "0198c0de-0000-4000-8000-0000000000dd";

const draft: DraftContent = {
  parentId: PARENT,
  to: ["Defne Aksoy <defne@lead.test>", "kerem@lead.test"],
  cc: [],
  bcc: ["ruth@ledgerline.test"],
  bodyHtml: `<p>Thursday it is.</p><p><img src="/api/uploads/${PICTURE}"></p>`,
  addSignature: true,
  attachments: [
    { uploadId: FILE, fileName: "Rate check.pdf", contentType: "application/pdf", size: 184_000 },
    { uploadId: PICTURE, fileName: "chart.png", contentType: "image/png", size: 96_000, contentId: PICTURE },
  ],
  scheduledTime: null,
  scheduledZone: null,
  scheduleCondition: "always",
};
const api = { campaignId: 12345, emailStatsId: "abc-123", replyMessageId: "<m1@lead.test>", id: 1007 };
const thread = {
  id: 1007,
  campaign: { id: "c", number: 12345, name: "Aegean", isDirect: false },
  messages: [{ id: PARENT, api } as MessageView],
} satisfies Partial<ThreadView>;

test("a draft becomes exactly what the contract takes", () => {
  const input = toContract(stateOfDraft(draft), thread, { draftId: DRAFT });
  expect(SendFromComposerInput.safeParse(input).error).toBeUndefined();
  expect(input).toEqual({
    contract: {
      campaignId: 12345,
      emailStatsId: "abc-123",
      replyMessageId: "<m1@lead.test>",
      id: 1007,
      emailBody: draft.bodyHtml,
      toEmail: "Defne Aksoy <defne@lead.test>, kerem@lead.test",
      bcc: "ruth@ledgerline.test",
      addSignature: true,
      attachments: [
        {
          file_url: `/api/uploads/${FILE}`,
          file_name: "Rate check.pdf",
          file_type: "application/pdf",
          file_size: 184_000,
        },
      ],
    },
    composer: { draftId: DRAFT },
  });
});

test("a chosen time goes with its zone and condition, and without one there is no condition", () => {
  const chosen = { time: "2026-11-19T06:10:00.000Z", zone: "Europe/Istanbul" };
  const scheduled = composerReducer(stateOfDraft(draft), { type: "schedule", chosen, condition: "if_no_reply" });
  const input = toContract(scheduled, thread, { draftId: DRAFT, confirmedDespite: "unsubscribed" });
  expect(input?.contract).toMatchObject({ scheduledTime: chosen.time, scheduleCondition: "if_no_reply" });
  expect(input?.composer).toEqual({
    draftId: DRAFT,
    confirmedDespite: "unsubscribed",
    scheduledZone: "Europe/Istanbul",
  });

  const now = composerReducer(scheduled, { type: "schedule", chosen: null });
  expect(toContract(now, thread, { draftId: DRAFT })?.contract).not.toHaveProperty("scheduleCondition");
});

test("follow-ups replace only those that were shown when they were written, and a forward takes none along", () => {
  const steps = [
    { bodyHtml: "<p>Again</p>", templateIds: [], wait: { count: 2, unit: "days", time: "09:00" } as const },
  ];
  const followUps = { steps, stopCategoryIds: [], awayRule: "move" as const };
  const sent = (more: Partial<DraftContent>) =>
    SendFromComposerInput.parse(toContract(stateOfDraft({ ...draft, ...more }), thread, { draftId: DRAFT })).composer;

  expect(sent({ followUps }).followUps).toEqual(followUps);
  expect(sent({ followUps: { ...followUps, replaces: FILE } }).followUps).toEqual({ ...followUps, replaces: FILE });
  expect(sent({ followUps, kind: "forward" })).not.toHaveProperty("followUps");
});

test("without the message that it answers there is nothing to send", () => {
  expect(toContract({ ...stateOfDraft(draft), parentId: DRAFT }, thread, { draftId: DRAFT })).toBeNull();
});

test("no reply is made without a file that is still on its way", () => {
  const state = stateOfDraft({ ...draft, attachments: [] });
  const file = { key: "k", fileName: "a.pdf", contentType: "application/pdf", size: 12, isInline: false };
  const uploading = composerReducer(state, { type: "files", change: { type: "added", files: [file] } });
  expect(() => toContract(uploading, thread, { draftId: DRAFT })).toThrow("not arrived");
  const change = { type: "uploaded", key: "k", uploadId: FILE, size: 12 } as const;
  const ready = composerReducer(uploading, { type: "files", change });
  expect(toContract(ready, thread, { draftId: DRAFT })?.contract.attachments).toHaveLength(1);
});

test("a file that is fetched from its address goes out as that address, with only what is known of it", () => {
  const known = { fileUrl: "https://files.test/a.pdf", fileName: "a.pdf", contentType: "application/pdf", size: 12 };
  const bare = { fileUrl: "https://files.test/b", fileName: "b", contentType: null, size: null };
  const state = stateOfDraft({ ...draft, attachments: [known, bare] });

  expect(draftOf(state).attachments).toEqual([known, bare]);
  expect(state.files.map(hostOf)).toEqual(["files.test", "files.test"]);
  const input = toContract(state, thread, { draftId: DRAFT });
  expect(SendFromComposerInput.safeParse(input).error).toBeUndefined();
  expect(input?.contract.attachments).toEqual([
    { file_url: known.fileUrl, file_name: "a.pdf", file_type: "application/pdf", file_size: 12 },
    { file_url: bare.fileUrl, file_name: "b" },
  ]);
});

test("what only an API call says is carried through writing and saving into the contract", () => {
  const carried = { replyEmailBody: "<p>Their words</p>", replyEmailTime: "2026-11-18T09:52:00Z", seqType: "BUMP" };
  const written = composerReducer(stateOfDraft({ ...draft, ...carried }), { type: "body", html: "<p>Friday.</p>" });

  expect(draftOf(written)).toEqual({
    ...draft,
    ...carried,
    bodyHtml: "<p>Friday.</p>",
    attachments: draft.attachments,
  });
  const input = toContract(written, thread, { draftId: DRAFT });
  expect(SendFromComposerInput.safeParse(input).error).toBeUndefined();
  expect(input?.contract).toMatchObject(carried);
});

test("a draft survives being opened and saved again, whole", () => {
  expect(draftOf(stateOfDraft(draft))).toEqual(draft);
});

test("a reply that was taken back shows its pictures where they were", () => {
  const sent = { ...draft, bodyHtml: `<p><img src="cid:p@threadwell"></p>` };
  const picture = { uploadId: PICTURE, fileName: "chart.png", contentType: "image/png", size: 96_000 };
  const attachments = [{ ...picture, contentId: "p@threadwell" }];
  expect(stateOfDraft({ ...sent, attachments }).bodyHtml).toBe(`<p><img src="/api/uploads/${PICTURE}"></p>`);
});
