import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, reviews } from "@/lib/db/schema";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listReviews } from "./list-reviews";
import { withdrawReview } from "./withdraw-review";

const test_ = testDatabase();

test("who lets a returned reply be leaves who returned it, and when: that was decided, and not what was taken back", async () => {
  const world = await makeWorld(test_.db);
  const { workspaceId, thread, member, manager } = world;
  const now = new Date("2026-11-20T12:00:00Z");
  const waitingSince = new Date("2026-11-20T08:00:00Z");
  const decided = { decidedById: manager.id, decidedAt: new Date("2026-11-20T09:00:00Z") };
  const insert = async (values: Pick<typeof reviews.$inferInsert, "state" | "decidedById" | "decidedAt">) => {
    const reply = await makeReply(test_.db, world, { status: "cancelled", reason: "undone" });
    const times = { askedAt: waitingSince, waitingSince };
    const of = { workspaceId, threadId: thread.id, replyId: reply.id, authorId: member.id, kind: "approval" as const };
    const [made] = await test_.db
      .insert(reviews)
      .values({ ...of, ...times, ...values })
      .returning();
    const isDecided = values.decidedById !== null;
    const fact = { workspaceId, threadId: thread.id };
    const asked = { ...fact, kind: "review.asked", subjectId: made!.id, at: waitingSince };
    const decision = { ...fact, kind: "reply.returned", subjectId: reply.id, data: { reviewId: made!.id } };
    await test_.db.insert(events).values([asked, ...(isDecided ? [{ ...decision, at: values.decidedAt! }] : [])]);
    return made!;
  };
  const returned = await insert({ state: "returned", ...decided });
  await insert({ state: "withdrawn", decidedById: null, decidedAt: new Date("2026-11-20T08:00:05Z") });

  await withdrawReview(
    contextOf(member, test_.db, () => now),
    { reviewId: returned.id },
  );

  const [row] = await test_.db.select().from(reviews).where(eq(reviews.id, returned.id));
  expect(row).toMatchObject({ state: "withdrawn", ...decided });
  const { today } = await listReviews(
    contextOf(manager, test_.db, () => now),
    { tab: "waiting" },
  );
  expect(today).toEqual({ turnaroundSeconds: 3600, approved: 0, asWritten: 0 });
});
