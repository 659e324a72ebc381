import { expect, test } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { DraftKeeper, type SaveOutcome } from "./draft-keeper";
import { draftToHand } from "./draft-to-hand";

const content = { bodyHtml: "<p>The price is not checked yet.</p>", attachments: [] } as unknown as DraftContent;
const keeperOver = (outcome: SaveOutcome) =>
  new DraftKeeper({
    draftId: "d",
    savedAt: null,
    save: () => Promise.resolve(outcome),
    keepCopy: () => {},
    onSaved: () => {},
    now: () => new Date(),
  });
const SAVED = { ok: true, draftId: "d", savedAt: "2026-11-26T10:00:00Z" } as const;

test("a draft is handed over once the server has all of it, and is saved no more", async () => {
  const keeper = keeperOver(SAVED);
  expect(await draftToHand(keeper, content, [{ state: "ready" }])).toEqual({ draftId: "d" });
  keeper.change(content);
  expect(keeper.unsaved).toBeNull();
});

test("what would stay behind in this window is said, and the draft is kept here as before", async () => {
  const offline = keeperOver({ ok: false, conflict: null });
  expect(await draftToHand(offline, content, [])).toEqual({ problem: "offline" });
  expect(offline.unsaved).toEqual(content);
  await offline.stop();

  const changed = keeperOver({ ok: false, conflict: "changed_elsewhere", other: null });
  expect(await draftToHand(changed, content, [])).toEqual({ problem: "conflict" });

  const files = [{ state: "failed" }, { state: "uploading" }] as const;
  expect(await draftToHand(keeperOver(SAVED), content, [...files])).toEqual({ problem: "uploading" });
  expect(await draftToHand(keeperOver(SAVED), content, [files[0]])).toEqual({ problem: "failed_file" });
});
