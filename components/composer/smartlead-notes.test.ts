import { expect, test } from "vitest";
import { smartleadNotes } from "./smartlead-notes";

const fine = { isOpen: true, areFilesReachable: true, handsOver: false, isPaused: false };
const all = { hasFiles: true, isScheduled: true };

test("a reply that nothing stands against is not commented on", () => {
  expect(smartleadNotes(fine, all)).toEqual([]);
});

test("files are warned about only where there are some and they cannot be fetched", () => {
  const away = { ...fine, areFilesReachable: false };
  expect(smartleadNotes(away, all)).toEqual(["files"]);
  expect(smartleadNotes(away, { ...all, hasFiles: false })).toEqual([]);
});

test("who plans a time is told that Smartlead keeps it, and that an account is closed comes first", () => {
  const closed = { ...fine, isOpen: false, handsOver: true };
  expect(smartleadNotes(closed, all)).toEqual(["closed", "handsOver"]);
  expect(smartleadNotes(closed, { ...all, isScheduled: false })).toEqual(["closed"]);
});
