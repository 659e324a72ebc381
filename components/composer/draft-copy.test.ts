import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { fakeStorage } from "@/lib/testing/fake-storage";
import type { DraftCopy } from "./saved-draft";

/** A window of one browser: what it kept stays for the next one. */
async function openWindow() {
  vi.resetModules();
  return import("./draft-copy");
}

beforeEach(() => {
  vi.stubGlobal("localStorage", fakeStorage());
  vi.stubGlobal("navigator", {});
});
afterEach(() => void vi.unstubAllGlobals());

const copyOf = (bodyHtml: string, keptAt = "2026-01-01"): DraftCopy => ({
  draftId: "d",
  content: { to: [], bodyHtml, attachments: [] } as unknown as DraftContent,
  keptAt,
  basedOn: null,
  underway: [],
});
type Window = Awaited<ReturnType<typeof openWindow>>;

/** A browser that knows which windows are open. @returns what they hold */
function holdLocks() {
  const held: { name: string }[] = [];
  const locks = {
    request: (name: string) => Promise.resolve(held.push({ name })),
    query: () => Promise.resolve({ held, pending: [] }),
  };
  vi.stubGlobal("navigator", { locks });
  return held;
}

const bodiesAt = ({ readDraftCopies }: Window, threadId: number) =>
  readDraftCopies(threadId, "eva")
    .map(({ copy }) => copy.content.bodyHtml)
    .toSorted();

test("a window that has saved leaves what another keeps", async () => {
  const first = await openWindow();
  const second = await openWindow();
  first.keepDraftCopy(11, "eva", copyOf("of the first"));
  second.keepDraftCopy(11, "eva", copyOf("of the second"));
  expect(bodiesAt(second, 11)).toEqual(["of the first", "of the second"]);

  second.keepDraftCopy(11, "eva", null);
  expect(bodiesAt(second, 11)).toEqual(["of the first"]);
  expect([first.hasOwnCopy(11, "eva"), second.hasOwnCopy(11, "eva")]).toEqual([true, false]);
});

test("copies taken over go, but for one that its window has written on and for other threads' and people's", async () => {
  const first = await openWindow();
  const second = await openWindow();
  const third = await openWindow();
  first.keepDraftCopy(11, "eva", copyOf("left behind"));
  second.keepDraftCopy(11, "eva", copyOf("typed"));
  first.keepDraftCopy(1, "eva", copyOf("of thread 1"));
  first.keepDraftCopy(11, "ben", copyOf("Ben's"));
  const taken = third.readDraftCopies(11, "eva");
  second.keepDraftCopy(11, "eva", copyOf("typed on"));

  await third.forgetCopies(11, "eva", taken);
  expect(bodiesAt(third, 11)).toEqual(["typed on"]);
  expect([bodiesAt(third, 1), third.readDraftCopies(11, "ben").length]).toEqual([["of thread 1"], 1]);
});

test("words that no composer holds are kept beside a window's own copy, and go once that window has taken them over", async () => {
  holdLocks();
  const window = await openWindow();
  window.keepDraftCopy(11, "eva", copyOf("begun"));
  window.keepCopyBeside(11, "eva", { ...copyOf("thrown away"), draftId: "undone" });
  expect(bodiesAt(window, 11)).toEqual(["begun", "thrown away"]);

  await window.forgetCopies(11, "eva", window.readDraftCopies(11, "eva"));
  expect(bodiesAt(window, 11)).toEqual(["begun"]);
});

test("the copy of a window that is open stays until its words were sent", async () => {
  const held = holdLocks();
  const first = await openWindow();
  const second = await openWindow();
  first.keepDraftCopy(11, "eva", copyOf("typed"));
  const taken = second.readDraftCopies(11, "eva");

  await second.forgetCopies(11, "eva", taken);
  expect(bodiesAt(second, 11)).toEqual(["typed"]);

  second.forgetSent(11, "eva", taken);
  expect(bodiesAt(second, 11)).toEqual([]);

  first.keepDraftCopy(11, "eva", copyOf("typed"));
  held.length = 0;
  await second.forgetCopies(11, "eva", second.readDraftCopies(11, "eva"));
  expect(bodiesAt(second, 11)).toEqual([]);
});

test("what cannot be read, or is not allowed to be kept, is no copy", async () => {
  const { keepDraftCopy, readDraftCopies } = await openWindow();
  localStorage.setItem("draft:eva:11:other", "{");
  localStorage.setItem("draft:eva:11:another", JSON.stringify({ draftId: "d" }));
  expect(readDraftCopies(11, "eva")).toEqual([]);

  vi.stubGlobal("localStorage", undefined);
  keepDraftCopy(11, "eva", copyOf("typed"));
  expect(readDraftCopies(11, "eva")).toEqual([]);
});

test("a copy goes along when its thread is merged, and what is kept under the former number lies there too", async () => {
  const page = await openWindow();
  page.keepDraftCopy(11, "eva", copyOf("typed"));

  page.moveDraftCopies(11, 10, "eva");
  page.moveDraftCopies(11, 10, "eva");
  expect([bodiesAt(page, 10), page.presentThread(11), localStorage.length]).toEqual([["typed"], 10, 1]);

  page.keepDraftCopy(11, "eva", copyOf("typed on", "2026-01-02"));
  expect([bodiesAt(page, 10), localStorage.length]).toEqual([["typed on"], 1]);

  page.moveDraftCopies(10, 9, "eva");
  expect([bodiesAt(page, 9), bodiesAt(page, 11), localStorage.length]).toEqual([["typed on"], ["typed on"], 1]);
});

test("where both threads have one, both are kept", async () => {
  const page = await openWindow();
  page.keepDraftCopy(21, "eva", copyOf("newer", "2026-01-02"));
  page.keepDraftCopy(20, "eva", copyOf("older"));

  page.moveDraftCopies(21, 20, "eva");

  expect(bodiesAt(page, 20)).toEqual(["newer", "older"]);
});
