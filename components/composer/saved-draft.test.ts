import { expect, test } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { restoredDraft, savedLater, type DraftCopy, type Opened } from "./saved-draft";

const content = (bodyHtml: string, more: Partial<DraftContent> = {}) =>
  ({ to: [], cc: [], bcc: [], bodyHtml, attachments: [], ...more }) as unknown as DraftContent;
const savedAt = (second: number) => `2026-11-18T09:51:0${second}.000Z`;

const opened = (bodyHtml: string, second: number | null): Opened => ({
  draftId: "mine",
  content: content(bodyHtml),
  savedAt: second === null ? null : savedAt(second),
  isRestored: false,
});

const saved = { draftId: "server", content: content("<p>old</p>"), savedAt: savedAt(3) };
const copyOf = (bodyHtml: string, more: Partial<DraftCopy> = {}) => ({
  key: bodyHtml,
  stored: "",
  copy: { draftId: "local", content: content(bodyHtml), keptAt: savedAt(1), basedOn: null, underway: [], ...more },
});

test("what was put aside is taken as the server has it, once that was saved later", () => {
  const aside = opened("Hello", null);
  const there = opened("Hello", 2);

  expect(savedLater(aside, there)).toBe(there);
  expect(savedLater(opened("Hello", 1), there)).toBe(there);
});

test("what was put aside stays where the server has nothing later", () => {
  const aside = opened("Hello there", 2);

  expect(savedLater(aside, opened("Hello", 2))).toBe(aside);
  expect(savedLater(aside, null)).toBe(aside);
  expect(savedLater(null, aside)).toBe(aside);
  expect(savedLater(null, null)).toBeNull();
});

test("words that go on from what the server has are opened, however late it was and whatever its clock says", () => {
  const restored = { draftId: "server", content: content("new"), savedAt: saved.savedAt, isRestored: true };

  expect(restoredDraft(saved, [copyOf("new", { basedOn: saved.savedAt })])).toMatchObject(restored);
  expect(restoredDraft(saved, [copyOf("new", { underway: [saved.content] })])).toMatchObject(restored);
  expect(restoredDraft(null, [copyOf("new")])).toMatchObject({ draftId: "local", savedAt: null, isRestored: true });
  expect(restoredDraft(null, [])).toBeNull();
});

test("words typed while another window saved are opened as going on from what they were based on, newer or older", () => {
  for (const keptAt of [savedAt(1), savedAt(5)])
    for (const basedOn of [null, savedAt(2)])
      expect(restoredDraft(saved, [copyOf("mine", { keptAt, basedOn, underway: [content("older")] })])).toMatchObject({
        content: content("mine"),
        savedAt: basedOn,
        isRestored: true,
      });
  expect(restoredDraft(null, [copyOf("mine", { basedOn: savedAt(2) })])).toMatchObject({ savedAt: savedAt(2) });
});

test("a copy that the server has is of no use any more", () => {
  const stale = copyOf("<p>old</p>");

  expect(restoredDraft(saved, [stale])).toEqual({ ...saved, isRestored: false, copies: [stale] });
  // What stands there is not what these words go on from.
  const apart = copyOf("<p>new</p>", { underway: [content("<p>n</p>")] });
  expect(restoredDraft(saved, [stale, apart])).toMatchObject({
    underway: [content("<p>n</p>"), content("<p>new</p>")],
  });
});

test("of several windows' words the older ones stand below the newer ones, once", () => {
  const basedOn = saved.savedAt;
  const one = copyOf("<p>one</p>", { keptAt: savedAt(4), basedOn });
  const two = copyOf("<p>two</p>", { keptAt: savedAt(5), basedOn });
  const both = copyOf("<p>two</p><p>one</p>", { keptAt: savedAt(6), basedOn });

  const { content: joined, copies } = restoredDraft(saved, [one, two])!;
  expect([joined.bodyHtml, copies]).toEqual(["<p>two</p><p>one</p>", [one, two]]);
  expect(restoredDraft(saved, [one, both, two])!.content.bodyHtml).toBe("<p>two</p><p>one</p>");
  expect(restoredDraft(saved, [one, copyOf("<p>two</p>", { basedOn: savedAt(2) })])!.savedAt).toBe(savedAt(2));
});

test("whom and what one window's words had besides comes along, also where its words stand there already", () => {
  const file = { uploadId: "u1", fileName: "offer.pdf" } as unknown as DraftContent["attachments"][number];
  const newer = copyOf("<p>one</p><p>two</p>", {
    keptAt: savedAt(5),
    content: content("<p>one</p><p>two</p>", { to: ["ana@lead.test"], attachments: [file] }),
  });
  const older = copyOf("<p>one</p>", {
    keptAt: savedAt(4),
    content: content("<p>one</p>", { to: ["ana@lead.test"], cc: ["kim@lead.test"], attachments: [file] }),
  });

  expect(restoredDraft(null, [newer, older])!.content).toMatchObject({
    bodyHtml: "<p>one</p><p>two</p>",
    to: ["ana@lead.test"],
    cc: ["kim@lead.test"],
    attachments: [file],
  });
});
