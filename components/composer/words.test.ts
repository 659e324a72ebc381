import { expect, test } from "vitest";
import { bothClocks, clockWords } from "./clock-words";
import { fileSize } from "./file-size";
import { restoredDraft } from "./saved-draft";
import { fieldsInZone, scheduleChoice } from "./schedule-choice";
import { outcomeOf } from "./upload-file";
import type { DraftContent } from "@/lib/domain/draft";

const NOW = new Date("2026-11-18T09:52:00Z");
const THURSDAY = new Date("2026-11-19T06:10:00Z");

test("a time is said in full, and on buttons as short as it stays clear", () => {
  expect(clockWords(THURSDAY, "Europe/Istanbul", NOW)).toMatchObject({ full: "Thu 19 Nov, 09:10", short: "Thu 09:10" });
  expect(clockWords(new Date("2026-12-03T06:10:00Z"), "Europe/Istanbul", NOW).short).toBe("3 Dec, 09:10");
});

test("their clock comes first and ours beside it, unless both show the same or theirs is unknown", () => {
  const clocks = (theirs: string | null, ours: string) => {
    const { first, second } = bothClocks(THURSDAY, { theirs, ours }, NOW);
    return [first.clock, second?.clock ?? null];
  };
  expect(clocks("Europe/Istanbul", "Europe/London")).toEqual(["09:10", "06:10"]);
  expect(clocks("Europe/Berlin", "Europe/Paris")).toEqual(["07:10", null]);
  expect(clocks(null, "Europe/London")).toEqual(["06:10", null]);
});

test("the picker's fields are a time ahead, or say why not", () => {
  expect(scheduleChoice({ date: "2026-11-19", time: "09:10" }, "Europe/Istanbul", NOW)).toMatchObject({
    state: "chosen",
    instant: THURSDAY,
  });
  expect(scheduleChoice({ date: "2026-11-18", time: "09:00" }, "UTC", NOW).state).toBe("past");
  expect(scheduleChoice({ date: "", time: "09:00" }, "UTC", NOW).state).toBe("unreadable");
});

test("another zone shows the same instant", () => {
  const fields = { date: "2026-11-19", time: "01:10" };
  expect(fieldsInZone(fields, "Europe/Istanbul", "Europe/London")).toEqual({ date: "2026-11-18", time: "22:10" });
});

test("sizes are said as people read them", () => {
  expect([0, 900, 188_416, 2_202_010, 26_214_400].map(fileSize)).toEqual(["0 B", "900 B", "184 kB", "2.1 MB", "25 MB"]);
});

test("an upload's answer is an id or a closed word", () => {
  expect(outcomeOf(201, '{"id":"u1"}')).toEqual({ state: "uploaded", id: "u1" });
  expect([outcomeOf(413, ""), outcomeOf(503, ""), outcomeOf(200, "<html>"), outcomeOf(401, "{}")]).toEqual(
    ["too_large", "network", "refused", "signed_out"].map((problem) => ({ state: "failed", problem })),
  );
});

test("the newer of the server's draft and this browser's copy is opened, under the server's id", () => {
  const content = (bodyHtml: string) => ({ bodyHtml }) as DraftContent;
  const saved = { draftId: "server", content: content("old"), savedAt: "2026-11-18T09:50:00Z" };
  const copy = {
    draftId: "local",
    content: content("new"),
    keptAt: "2026-11-18T09:51:00Z",
    basedOn: null,
    underway: null,
  };
  expect(restoredDraft(saved, copy)).toMatchObject({ draftId: "server", content: content("new"), isRestored: true });
  expect(restoredDraft(saved, { ...copy, keptAt: "2026-11-18T09:49:00Z" })?.content.bodyHtml).toBe("old");
  // However late the server was, and whatever its clock says.
  const early = { ...copy, keptAt: "2026-11-18T09:49:00Z" };
  expect(restoredDraft(saved, { ...early, basedOn: saved.savedAt })?.content.bodyHtml).toBe("new");
  expect(restoredDraft(saved, { ...early, underway: content("old") })?.content.bodyHtml).toBe("new");
  expect(restoredDraft(saved, { ...early, underway: content("older") })?.content.bodyHtml).toBe("old");
  expect(restoredDraft(null, copy)).toMatchObject({ draftId: "local", savedAt: null });
  expect(restoredDraft(null, null)).toBeNull();
});
