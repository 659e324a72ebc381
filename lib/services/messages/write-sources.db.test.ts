import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { keepingPlans } from "@/lib/db/named-statements";
import { messageSources } from "@/lib/db/schema";
import { makeMessage, makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { writeSources } from "./write-sources";

const database = testDatabase();

const RAWS = [
  Buffer.from('From: a@b.test\r\n\r\n{"quoted", \\back\\slash, NULL}\r\n'),
  Buffer.alloc(0),
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  Buffer.alloc(5_000_000, "line of a large one\r\n"),
];

test("sources of any bytes, sizes and number are kept as they came, each with its message", async () => {
  const { thread, mailbox } = await makeWorld(database.db);

  // PostgreSQL keeps the statement's plan from the sixth time on.
  for (let turn = 0; turn < 10; turn++) {
    const sources: (typeof messageSources.$inferInsert)[] = [];
    for (const raw of RAWS.slice(turn % RAWS.length))
      sources.push({ messageId: (await makeMessage(database.db, { thread, mailbox }, {})).id, raw });

    await keepingPlans(() => database.db.transaction((tx) => writeSources(tx, sources)));

    const ids = sources.map(({ messageId }) => messageId);
    const kept = await database.db.select().from(messageSources).where(inArray(messageSources.messageId, ids));
    expect(kept).toHaveLength(sources.length);
    for (const { messageId, raw } of kept)
      expect(raw.equals(sources.find((each) => each.messageId === messageId)!.raw)).toBe(true);
  }
});

test("a source whose message is not there is refused", async () => {
  const refused = writeSources(database.db, [{ messageId: newId(), raw: Buffer.from("x") }]);

  await expect(refused).rejects.toMatchObject({ cause: { code: "23503" } });
});
