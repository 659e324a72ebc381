import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { JOBS } from "./definitions";
import { enqueue } from "./enqueue";
import { useTestDatabase } from "@/lib/testing/test-db";

const test_ = useTestDatabase();
const count = async () =>
  Number((await test_.db.execute(sql`select count(*) as n from jobs.job where name = 'send-reply'`)).rows[0]!.n);

test("an order exists if and only if its transaction commits", async () => {
  const replyId = crypto.randomUUID();
  const broken = test_.db.transaction(async (tx) => {
    await enqueue(tx, JOBS.sendReply, { replyId });
    throw new Error("rolled back");
  });
  await expect(broken).rejects.toThrow("rolled back");
  expect(await count()).toBe(0);

  await test_.db.transaction((tx) => enqueue(tx, JOBS.sendReply, { replyId }));
  expect(await count()).toBe(1);
});
