import { expect, test } from "vitest";
import type { NoteView } from "@/lib/domain/note";
import { AT_START, placeNotes } from "./place-notes";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 19, hour)).toISOString();
const note = (id: string, hour: number) => ({ id, createdAt: at(hour) }) as NoteView;

test("a note stands behind the last message before it, one from before all of them at the start", () => {
  const messages = [
    { id: "first", sentAt: at(9) },
    { id: "second", sentAt: at(12) },
  ];

  const placed = placeNotes(messages, [note("a", 8), note("b", 10), note("c", 11), note("d", 20)]);

  const ids = Object.fromEntries([...placed].map(([place, notes]) => [place, notes.map(({ id }) => id)]));
  expect(ids).toEqual({ [AT_START]: ["a"], first: ["b", "c"], second: ["d"] });
});
