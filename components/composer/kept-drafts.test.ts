import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { DraftKeeper, type SaveOutcome } from "./draft-keeper";
import { holdKeeper, unsavedDraft, withUnsaved } from "./kept-drafts";
import type { Opened, SavedDraft } from "./saved-draft";

const AT = "2026-11-18T09:51:00.000Z";
let thread = 0;

const content = (bodyHtml: string): DraftContent => ({
  parentId: "p",
  to: ["ana@lead.test"],
  cc: [],
  bcc: [],
  bodyHtml,
  addSignature: true,
  attachments: [],
  scheduledTime: null,
  scheduledZone: null,
  scheduleCondition: "always",
});
const opened = (bodyHtml: string, more: Partial<Opened> = {}): Opened => ({
  draftId: "undone",
  content: content(bodyHtml),
  savedAt: null,
  isRestored: true,
  ...more,
});

/** A thread in which something was begun that the server refuses while it has another draft. */
function begin(bodyHtml: string, has: SavedDraft | null = null) {
  const saved: string[] = [];
  const keeper = new DraftKeeper({
    draftId: "begun",
    savedAt: null,
    now: () => new Date(),
    keepCopy: () => {},
    onSaved: () => {},
    save: async (draftId, { bodyHtml: body }, basedOn): Promise<SaveOutcome> => {
      if (basedOn !== (has?.savedAt ?? null)) return { ok: false, conflict: "changed_elsewhere", other: has };
      saved.push(body);
      return { ok: true, draftId, savedAt: AT };
    },
  });
  holdKeeper(++thread, "eva", keeper);
  keeper.change(content(bodyHtml));
  return { keeper, saved };
}

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-18T09:50:00Z") }));
afterEach(() => void vi.useRealTimers());

test("a draft that comes back stands below the one that was begun since and is not all saved yet", async () => {
  const { keeper, saved } = begin("<p>Begun</p>");
  const shown = withUnsaved(thread, "eva", opened("<p>Thrown away</p>"));
  expect(shown).toMatchObject({ draftId: "begun", isRestored: true });
  expect(shown.content.bodyHtml).toBe("<p>Begun</p><p>Thrown away</p>");

  keeper.change(shown.content);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toEqual(["<p>Begun</p><p>Thrown away</p>"]);
});

test("a reply that was taken back and is a draft on the server by now is part of both, and no other window's", async () => {
  const back = { draftId: "back", content: content("<p>Taken back</p>"), savedAt: AT };
  const { keeper, saved } = begin("<p>Begun</p>", back);
  const shown = withUnsaved(thread, "eva", opened("<p>Taken back</p>", { ...back, isRestored: false }));
  keeper.change(shown.content);
  await vi.advanceTimersByTimeAsync(1_000);

  expect(saved).toEqual(["<p>Begun</p><p>Taken back</p>"]);
  expect(keeper.snapshot().state).toBe("saved");
});

test("where all is saved, or it is the same draft, it is shown as it is", async () => {
  begin("<p>Begun</p>");
  const same = opened("<p>Begun</p>", { draftId: "begun" });
  expect(withUnsaved(thread, "eva", same)).toBe(same);

  await vi.advanceTimersByTimeAsync(1_000);
  expect(unsavedDraft(thread, "eva")).toBeNull();
  const back = opened("<p>Thrown away</p>");
  expect(withUnsaved(thread, "eva", back)).toBe(back);
});
