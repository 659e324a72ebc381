import { expect, test } from "vitest";
import { type TimelineEntry, type Undoing, withoutUndone } from "./thread-timeline";

const MAYA = { id: "maya", name: "Maya" };
const JONAS = { id: "jonas", name: "Jonas" };
const done = (id: string, by = MAYA): TimelineEntry => ({ id, at: "", kind: "done", by });
const undo = (id: string, by = MAYA): Undoing => ({ id, at: "", kind: "undone", by, of: ["done", "reopened"] });
const idsOf = (entries: TimelineEntry[]) => entries.map(({ id }) => id);

test("what was taken back at once never happened, nor did the taking back", () => {
  const sent: TimelineEntry = { id: "1", at: "", kind: "sent", by: MAYA };
  expect(idsOf(withoutUndone([undo("3"), done("2"), sent]))).toEqual(["1"]);
});

test("an undo strikes one change, of its own kind and its own person", () => {
  const category: TimelineEntry = { id: "c", at: "", kind: "categorised", by: MAYA, category: "Interested" };
  expect(idsOf(withoutUndone([undo("u"), category, done("4", JONAS), done("3"), done("2")]))).toEqual(["c", "4", "2"]);
  expect(idsOf(withoutUndone([done("4"), undo("3"), done("2")]))).toEqual(["4"]);
});
