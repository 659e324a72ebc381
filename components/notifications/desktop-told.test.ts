import { expect, test } from "vitest";
import type { NotificationView } from "@/lib/domain/notification";
import { desktopTold } from "./desktop-told";

const line = (values: Partial<NotificationView>): NotificationView => ({
  id: "n",
  kind: "mentioned",
  by: { id: "mia", name: "Mia" },
  thread: null,
  subjectId: null,
  task: null,
  createdAt: "2026-11-27T10:00:00.000Z",
  isRead: false,
  ...values,
});

const nothing = { since: "2026-11-27T09:59:00.000Z", ids: [] };

test("what a colleague has just done is told once, the oldest first", () => {
  const newest = [line({ id: "b", createdAt: "2026-11-27T10:00:02.000Z", kind: "review_asked" }), line({ id: "a" })];
  const { fresh, told } = desktopTold(newest, nothing);
  expect(fresh.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(desktopTold(newest, told).fresh).toEqual([]);
});

test("what comes later than a younger line is told too, and neither twice", () => {
  const younger = line({ id: "younger", createdAt: "2026-11-27T10:00:05.000Z" });
  const late = line({ id: "late", createdAt: "2026-11-27T10:00:00.000Z" });
  const first = desktopTold([younger], nothing);
  const second = desktopTold([younger, late], first.told);
  expect(second.fresh.map(({ id }) => id)).toEqual(["late"]);
  expect(desktopTold([younger, late], second.told).fresh).toEqual([]);
});

test("what stood in the list long before the page was drawn is not told", () => {
  expect(desktopTold([line({})], { since: "2026-11-27T10:05:00.000Z", ids: [] }).fresh).toEqual([]);
});

test("what is read, what a lead did and what the machine did are not", () => {
  const newest = [
    line({ isRead: true }),
    line({ kind: "followed_answered" }),
    line({ kind: "task_due", by: null }),
    line({ kind: "assigned", by: null }),
  ];
  expect(desktopTold(newest, nothing)).toEqual({
    fresh: [],
    told: { since: "2026-11-27T10:00:00.000Z", ids: ["n", "n", "n", "n"] },
  });
});
