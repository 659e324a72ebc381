import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { DraftKeeper, type SaveOutcome } from "./draft-keeper";
import type { DraftCopy } from "./saved-draft";

const content = (bodyHtml: string) => ({ bodyHtml }) as DraftContent;
const SAVED = "2026-11-18T09:51:00.000Z";
const LATER = "2026-11-18T09:52:00.000Z";
const theirs = (bodyHtml: string) => ({ other: { draftId: "mine", content: content(bodyHtml), savedAt: LATER } });

/** A window that was opened with what the server has, and is about to send. */
function keeping(answers: ("away" | SaveOutcome)[] = []) {
  const saved: { body: string; basedOn: string | null }[] = [];
  let copy: DraftCopy | null = null;
  const keeper = new DraftKeeper({
    draftId: "mine",
    savedAt: SAVED,
    now: () => new Date(),
    keepCopy: (next) => (copy = next),
    onSaved: () => {},
    save: async (_id, { bodyHtml }, basedOn) => {
      saved.push({ body: bodyHtml, basedOn });
      const answer = answers.shift() ?? { ok: true, draftId: "mine", savedAt: LATER };
      if (answer === "away") throw new Error("away");
      return answer;
    },
  });
  const send = async (bodyHtml: string) => {
    keeper.handOver(content(bodyHtml));
    await keeper.stop({ forget: false });
  };
  return { keeper, saved, send, copy: () => copy };
}

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-18T09:53:00Z") }));
afterEach(() => void vi.useRealTimers());

test("a version that was saved since the one that is sent is shown beside it, and waits for a choice", async () => {
  const { keeper, saved, send, copy } = keeping();
  await send("Version 1");
  expect(keeper.foundChanged(content("Version 1"), theirs("Version 2"))).toBe(false);
  keeper.takeBack(content("Version 1"));
  keeper.resume();
  await vi.advanceTimersByTimeAsync(30_000);

  expect(keeper.snapshot()).toEqual({ state: "changed_elsewhere", ...theirs("Version 2") });
  expect(saved).toEqual([]);
  expect(copy()).toMatchObject({ content: content("Version 1"), basedOn: SAVED });

  await keeper.overwrite();
  expect(saved).toEqual([{ body: "Version 1", basedOn: LATER }]);
  expect(keeper.snapshot().state).toBe("saved");
});

test("a save that arrived while its answer was lost keeps nothing from being sent, nor does another window's of the same words", async () => {
  const lost = keeping(["away"]);
  lost.keeper.change(content("Hi"));
  await vi.advanceTimersByTimeAsync(1_000);
  lost.keeper.change(content("Hi there"));
  await lost.send("Hi there");
  expect(lost.keeper.foundChanged(content("Hi there"), theirs("Hi"))).toBe(true);
  expect(lost.keeper.savedAt).toBe(LATER);

  const same = keeping();
  await same.send("Hi");
  expect(same.keeper.foundChanged(content("Hi"), theirs("Hi"))).toBe(true);
  expect(same.keeper.savedAt).toBe(LATER);
});
