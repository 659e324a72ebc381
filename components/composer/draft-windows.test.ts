import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { seeded, type Random } from "@/lib/sandbox/random";
import { fakeStorage } from "@/lib/testing/fake-storage";
import type { SaveOutcome } from "./draft-keeper";
import type { SavedDraft } from "./saved-draft";

const RUNS = 100;
const THREAD = 7;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-18T09:50:00Z") });
  vi.stubGlobal("localStorage", fakeStorage());
  vi.stubGlobal("navigator", {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The server as saving a draft meets it: it refuses what does not go on from what it has, and an answer may be lost. */
function startServer(random: Random) {
  const server = { draft: null as SavedDraft | null, isAway: false, losesAnswers: false };
  const save = async (draftId: string, content: DraftContent, basedOn: string | null): Promise<SaveOutcome> => {
    await vi.advanceTimersByTimeAsync(0);
    if (server.isAway) throw new Error("away");
    const has = server.draft;
    if ((has?.savedAt ?? null) !== basedOn)
      return { ok: false, conflict: "changed_elsewhere", other: has, ...(has ? {} : { isGone: true as const }) };
    vi.setSystemTime(Date.now() + 1);
    server.draft = { draftId: has?.draftId ?? draftId, content, savedAt: new Date().toISOString() };
    if (server.losesAnswers && random.chance(0.5)) throw new Error("lost");
    return { ok: true, draftId: server.draft.draftId, savedAt: server.draft.savedAt };
  };
  return { server, save };
}

type Server = ReturnType<typeof startServer>;

/** A window that opens the thread with what server and browser have, as the composer does. */
async function openWindow({ server, save }: Server, name: string) {
  vi.resetModules();
  const { forgetCopies, hasOwnCopy, keepDraftCopy, readDraftCopies } = await import("./draft-copy");
  const { DraftKeeper } = await import("./draft-keeper");
  const { restoredDraft } = await import("./saved-draft");
  const opened = restoredDraft(server.draft, readDraftCopies(THREAD, "eva"));
  let content =
    opened?.content ?? ({ to: [], cc: [], bcc: [], bodyHtml: "", attachments: [] } as unknown as DraftContent);
  const keeper = new DraftKeeper({
    draftId: opened?.draftId ?? name,
    savedAt: opened?.savedAt ?? null,
    ...(opened?.underway ? { underway: opened.underway } : {}),
    save: (draftId, wanted, basedOn) => (isOpen ? save(draftId, wanted, basedOn) : new Promise(() => {})),
    keepCopy: (copy) => void (isOpen && keepDraftCopy(THREAD, "eva", copy)),
    onSaved: () => {},
    now: () => new Date(),
  });
  let isOpen = true;
  if (opened?.isRestored) keeper.change(content);
  if (opened?.copies && (!opened.isRestored || hasOwnCopy(THREAD, "eva")))
    await forgetCopies(THREAD, "eva", opened.copies);
  return {
    keeper,
    type(word: string) {
      content = { ...content, bodyHtml: `${content.bodyHtml}<p>${word}</p>` };
      keeper.change(content);
    },
    /** Its last save leaves with it; whether it arrives nobody knows. */
    close(isHeard: boolean) {
      if (isHeard) void keeper.flush();
      isOpen = false;
    },
    /** What a person sees: the text, and the other version beside it. */
    words() {
      const state = keeper.snapshot();
      const other = state.state === "changed_elsewhere" ? (state.other?.content.bodyHtml ?? "") : "";
      return new Set((content.bodyHtml + other).match(/\bw\d+\b/g));
    },
  };
}

test("whatever two windows, a lost connection and lost answers do, each word stands in the draft or beside it", async () => {
  for (let run = 0; run < RUNS; run++) {
    vi.stubGlobal("localStorage", fakeStorage());
    const random = seeded(`windows ${run}`);
    const world = startServer(random);
    const { server } = world;
    let count = 0;
    const open = () => openWindow(world, `window ${run} ${count}`);
    const windows = [await open()];
    const typed: string[] = [];
    for (let step = 0; step < 12; step++) {
      const at = random.int(0, windows.length - 1);
      const what = random.weighted([
        ["type", 5],
        ["open", 2],
        ["close", 2],
        ["away", 1],
        ["lose", 1],
        ["wait", 3],
      ] as const);
      if (what === "type") {
        const word = `w${count++}`;
        typed.push(word);
        windows[at]!.type(word);
      } else if (what === "open" && windows.length < 2) windows.push(await open());
      else if (what === "close") {
        windows[at]!.close(random.chance(0.5));
        windows[at] = await open();
      } else if (what === "away") server.isAway = !server.isAway;
      else if (what === "lose") server.losesAnswers = !server.losesAnswers;
      await vi.advanceTimersByTimeAsync(random.pick([0, 100, 500, 10_000]));
    }
    for (const window of windows) window.close(false);
    server.isAway = server.losesAnswers = false;

    const last = await open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...last.words()].toSorted(), `run ${run}`).toEqual(typed.toSorted());
  }
});
