import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { messages, replies, threads } from "@/lib/db/schema";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listThreads } from "./list-threads";
import { refreshThread } from "./refresh-thread";

const test_ = testDatabase();
const HOUR = 3_600_000;
let world: World;
let first: number;
let second: number;

beforeEach(async () => {
  world = await makeWorld(test_.db);
  first = await planned(1);
  second = await planned(2);
});

/** A thread in the outbox, found by a word. */
async function planned(hours: number): Promise<number> {
  const letter = { direction: "in" as const, text: "The okapi rate." };
  const { thread } = await makeThread(test_.db, { ...world, messages: [letter] });
  await makeReply(test_.db, world, {
    threadId: thread.id,
    status: "scheduled",
    dueAt: new Date(Date.now() + hours * HOUR),
  });
  await refreshThread(test_.db, thread.id);
  return thread.id;
}

/** A search, with something that happens after its threads were found and before their rows are read. */
const search = (meanwhile: () => Promise<unknown>, more: object = {}) => {
  const late = <Builder extends object>(builder: Builder): Builder =>
    new Proxy(builder, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key === "then")
          return (...then: Parameters<Promise<unknown>["then"]>) =>
            meanwhile()
              .then(() => target)
              .then(...then);
        return typeof value === "function" ? (...given: unknown[]) => late(value.apply(target, given)) : value;
      },
    });
  const select = (fields: Record<string, never>) =>
    "chain" in fields ? late(test_.db.select(fields)) : test_.db.select(fields);
  const db = new Proxy(test_.db, { get: (target, key) => (key === "select" ? select : Reflect.get(target, key)) });
  return listThreads(contextOf(world.member, db as Database), { view: "outbox", q: "okapi", ...more });
};

test("a thread whose reply leaves while its row is read is shown as it is, where it was found", async () => {
  const { rows } = await search(async () => {
    await test_.db.update(replies).set({ status: "sent", sentAt: new Date() }).where(eq(replies.threadId, first));
    await refreshThread(test_.db, first);
  });

  expect(rows.map(({ id, outbox }) => [id, outbox !== null])).toEqual([
    [first, false],
    [second, true],
  ]);
});

test("a thread that is put off meanwhile takes none of those behind it along", async () => {
  const putOff = () =>
    test_.db
      .update(threads)
      .set({ outboxAt: new Date(Date.now() + 99 * HOUR) })
      .where(eq(threads.id, first));

  const page = await search(putOff, { limit: 1 });
  const next = await search(async () => undefined, { limit: 1, cursor: page.nextCursor! });

  expect([page, next].map(({ rows }) => rows.map(({ id }) => id))).toEqual([[first], [second]]);
});

test("a thread that is gone meanwhile is left out, and the list goes on", async () => {
  const remove = async () => {
    await test_.db.delete(replies).where(eq(replies.threadId, first));
    await test_.db.delete(messages).where(eq(messages.threadId, first));
    await test_.db.delete(threads).where(eq(threads.id, first));
  };

  const page = await search(remove, { limit: 1 });

  expect(page.rows).toEqual([]);
  const next = await search(async () => undefined, { limit: 1, cursor: page.nextCursor! });
  expect(next.rows.map(({ id }) => id)).toEqual([second]);
});
