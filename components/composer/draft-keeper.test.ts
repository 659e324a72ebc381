import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { DraftKeeper, type SaveOutcome } from "./draft-keeper";
import type { DraftCopy } from "./saved-draft";

const content = (bodyHtml: string) => ({ bodyHtml }) as DraftContent;
const savedAt = (second: number) => `2026-11-18T09:51:0${second}.000Z`;

function keeping(answers: (SaveOutcome | Promise<SaveOutcome> | "away")[] = [], underway: DraftContent[] = []) {
  const saved: { body: string; basedOn: string | null | undefined }[] = [];
  const told: string[] = [];
  let copy: DraftCopy | null = null;
  const keeper = new DraftKeeper({
    draftId: "mine",
    savedAt: null,
    underway,
    now: () => new Date(),
    keepCopy: (next) => (copy = next),
    onSaved: ({ content: { bodyHtml }, savedAt: at }) => told.push(`${bodyHtml} ${at}`),
    save: async (_id, { bodyHtml }, basedOn) => {
      saved.push({ body: bodyHtml, basedOn });
      const answer = answers.shift() ?? { ok: true, draftId: "mine", savedAt: savedAt(saved.length) };
      if (answer === "away") throw new Error("offline");
      return answer;
    },
  });
  return { keeper, saved, told, copy: () => copy };
}

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-18T09:50:00Z") }));
afterEach(() => void vi.useRealTimers());

test("what is typed is saved within a second, once for many keystrokes", async () => {
  const { keeper, saved, copy } = keeping();
  keeper.change(content("H"));
  keeper.change(content("Hi"));
  expect(copy()?.content.bodyHtml).toBe("Hi");

  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toEqual([{ body: "Hi", basedOn: null }]);
  expect(keeper.snapshot()).toEqual({ state: "saved", at: savedAt(1) });
  expect(copy()).toBeNull();
});

test("the copy tells what it goes on from and what was on its way meanwhile", async () => {
  const { promise, resolve } = Promise.withResolvers<SaveOutcome>();
  const { keeper, copy } = keeping([promise, new Promise(() => {})]);
  keeper.change(content("H"));
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.change(content("Hi"));
  expect(copy()).toMatchObject({ content: content("Hi"), basedOn: null, underway: [content("H")] });

  resolve({ ok: true, draftId: "mine", savedAt: savedAt(1) });
  await vi.advanceTimersByTimeAsync(0);
  expect(copy()).toMatchObject({ content: content("Hi"), basedOn: savedAt(1), underway: [] });
});

test("a save that arrived while its answer was lost is no other window's", async () => {
  const arrived = { draftId: "mine", content: content("Hi"), savedAt: savedAt(5) };
  const { keeper, saved } = keeping(["away", { ok: false, conflict: "changed_elsewhere", other: arrived }]);
  keeper.change(content("Hi"));
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.change(content("Hi there"));
  await vi.advanceTimersByTimeAsync(10_000);

  expect(saved.at(-1)).toEqual({ body: "Hi there", basedOn: savedAt(5) });
  expect(keeper.snapshot().state).toBe("saved");
});

test("of all attempts whose answer was lost, and of those of the window that it was restored from, any may have arrived", async () => {
  const conflict = { ok: false, conflict: "changed_elsewhere" } as const;
  for (const [index, arrived] of ["Hi", "Hi t", "Hi there"].entries()) {
    const other = { draftId: "mine", content: content(arrived), savedAt: savedAt(5) };
    const { keeper, saved } = keeping(["away", "away", { ...conflict, other }], index === 0 ? [content("Hi")] : []);
    for (const typed of index === 0 ? ["Hi a", "Hi b", "Hi c"] : ["Hi t", "Hi there", "Hi there!"]) {
      keeper.change(content(typed));
      await vi.advanceTimersByTimeAsync(1_000);
    }

    expect(saved.at(-1)!.basedOn).toBe(savedAt(5));
    expect(keeper.snapshot().state).toBe("saved");
  }
});

test("each save builds on the one before", async () => {
  const { keeper, saved } = keeping();
  keeper.change(content("a"));
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.change(content("b"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved.map(({ basedOn }) => basedOn)).toEqual([null, savedAt(1)]);
});

test("while the server is away the copy stays in the browser, and it is tried again", async () => {
  const { keeper, saved, copy } = keeping(["away"]);
  keeper.change(content("Hi"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(keeper.snapshot()).toEqual({ state: "local", since: "2026-11-18T09:50:00.400Z" });
  expect(copy()?.content.bodyHtml).toBe("Hi");

  await vi.advanceTimersByTimeAsync(8_000);
  expect(saved).toHaveLength(2);
  expect(keeper.snapshot().state).toBe("saved");
});

test("a draft changed elsewhere is not overwritten until somebody chooses", async () => {
  const { keeper, saved } = keeping([{ ok: false, conflict: "changed_elsewhere", other: null }]);
  keeper.change(content("mine"));
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.change(content("mine too"));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(keeper.snapshot().state).toBe("changed_elsewhere");
  expect(saved).toHaveLength(1);

  // What was not shown is not replaced: the same is asked again.
  const [{ basedOn }] = saved as [(typeof saved)[number]];
  await keeper.overwrite();
  expect(saved.at(-1)).toEqual({ body: "mine too", basedOn });
  expect(keeper.snapshot().state).toBe("saved");
});

test("a draft that is thrown away in another window is kept here when somebody chooses so", async () => {
  const { keeper, saved } = keeping([{ ok: false, conflict: "changed_elsewhere", other: null, isGone: true }]);
  keeper.change(content("mine"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(keeper.snapshot()).toEqual({ state: "changed_elsewhere", other: null, isGone: true });

  await keeper.overwrite();
  expect(saved.at(-1)).toEqual({ body: "mine", basedOn: null });
  expect(keeper.snapshot().state).toBe("saved");
});

test("keeping this one replaces the version that was shown, and asks again about one that came later", async () => {
  const other = { draftId: "mine", content: content("theirs"), savedAt: savedAt(7) };
  const later = { draftId: "mine", content: content("theirs later"), savedAt: savedAt(8) };
  const conflict = { ok: false, conflict: "changed_elsewhere" } as const;
  const { keeper, saved } = keeping([
    { ...conflict, other },
    { ...conflict, other: later },
  ]);
  keeper.change(content("mine"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(keeper.snapshot()).toEqual({ state: "changed_elsewhere", other });

  await keeper.overwrite();
  expect(saved.at(-1)).toEqual({ body: "mine", basedOn: savedAt(7) });
  expect(keeper.snapshot()).toEqual({ state: "changed_elsewhere", other: later });
  await keeper.overwrite();
  expect(saved.at(-1)).toEqual({ body: "mine", basedOn: savedAt(8) });
  expect(keeper.snapshot().state).toBe("saved");
});

test("who types on without a pause is saved all the same", async () => {
  const { keeper, saved } = keeping();
  for (let key = 0; key < 50; key++) {
    keeper.change(content(`${key}`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved.length).toBeGreaterThanOrEqual(2);
});

test("after a stop nothing is saved any more, and the copy is gone", async () => {
  const { keeper, saved, copy } = keeping();
  keeper.change(content("Hi"));
  await keeper.stop();
  keeper.change(content("late"));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toEqual([]);
  expect(copy()).toBeNull();
});

test("a refused send goes on keeping what was typed", async () => {
  const { keeper, saved } = keeping();
  keeper.change(content("Hi"));
  await keeper.stop({ forget: false });
  keeper.resume();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved.map(({ body }) => body)).toEqual(["Hi"]);
});

test("what is unsaved is known until the server has it, and the page is told what that has", async () => {
  const { keeper, told } = keeping(["away"]);
  keeper.change(content("Hi"));
  expect(keeper.unsaved).toEqual(content("Hi"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(keeper.unsaved).toEqual(content("Hi"));
  expect(told).toEqual([]);

  const saving = keeper.flush();
  expect(keeper.unsaved).toEqual(content("Hi"));
  await saving;

  expect(keeper.unsaved).toBeNull();
  expect(keeper.savedAt).toBe(savedAt(2));
  expect(told).toEqual([`Hi ${savedAt(2)}`]);
});

test("what was sent or thrown away is not unsaved", async () => {
  const { keeper } = keeping();
  keeper.change(content("Hi"));
  await keeper.stop();
  expect(keeper.unsaved).toBeNull();
});

test("a draft that another window began keeps that window's id", async () => {
  const { keeper } = keeping([{ ok: true, draftId: "theirs", savedAt: savedAt(1) }]);
  keeper.change(content("Hi"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(keeper.draftId).toBe("theirs");
});

test("a copy knows what was handed over to be sent, until the server says that it did not leave", async () => {
  const { keeper, copy } = keeping();
  keeper.change(content("Hi"));
  keeper.handOver(content("Hi"));
  await keeper.stop({ forget: false });
  expect(copy()).toMatchObject({ content: content("Hi"), sent: [content("Hi")] });
  expect(keeper.mayHaveLeft(content("Hi"))).toBe(true);
  expect(keeper.mayHaveLeft(content("Hi Ana"))).toBe(false);

  keeper.takeBack(content("Hi"));
  expect(keeper.mayHaveLeft(content("Hi"))).toBe(false);
  expect(copy()).toMatchObject({ sent: [] });
});

test("a window in which all is saved goes on from what another one has saved; one with words of its own does not", async () => {
  const { keeper, saved } = keeping();
  const news = (second: number, draftId = "mine") => ({
    draftId,
    content: content("Hi all"),
    savedAt: savedAt(second),
  });
  keeper.change(content("Hi"));
  expect(keeper.mayFollow(news(5))).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);

  expect(keeper.mayFollow(news(1))).toBe(false);
  expect(keeper.mayFollow(news(5, "other"))).toBe(false);
  expect(keeper.mayFollow(news(5))).toBe(true);
  keeper.follow(news(5));
  expect(keeper.snapshot()).toEqual({ state: "saved", at: savedAt(5) });

  keeper.change(content("Hi all, and you"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved.at(-1)).toEqual({ body: "Hi all, and you", basedOn: savedAt(5) });
  await keeper.stop();
  expect(keeper.mayFollow(news(9))).toBe(false);
});
