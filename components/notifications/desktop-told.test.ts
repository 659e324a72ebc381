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

test("what a colleague has just done is told once, the oldest first", () => {
  const newest = [line({ id: "b", createdAt: "2026-11-27T10:00:02.000Z", kind: "review_asked" }), line({ id: "a" })];
  const { fresh, since } = desktopTold(newest, "2026-11-27T09:59:00.000Z");
  expect(fresh.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(desktopTold(newest, since).fresh).toEqual([]);
});

test("what is read, what a lead did and what the machine did are not", () => {
  const newest = [
    line({ isRead: true }),
    line({ kind: "followed_answered" }),
    line({ kind: "task_due", by: null }),
    line({ kind: "assigned", by: null }),
  ];
  expect(desktopTold(newest, "")).toEqual({ fresh: [], since: "2026-11-27T10:00:00.000Z" });
});
