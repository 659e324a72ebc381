import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { messageSources } from "@/lib/db/schema";
import { makeMessage, makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { writeSources } from "./write-sources";

const database = testDatabase();

test("sources of any bytes and sizes are kept as they came, each with its message", async () => {
  const { thread, mailbox } = await makeWorld(database.db);
  const raws = [
    Buffer.from('From: a@b.test\r\n\r\n{"quoted", \\back\\slash, NULL}\r\n'),
    Buffer.alloc(0),
    Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
    Buffer.alloc(3_000_000, "line of a large one\r\n"),
  ];
  const sources: (typeof messageSources.$inferInsert)[] = [];
  for (const raw of raws)
    sources.push({ messageId: (await makeMessage(database.db, { thread, mailbox }, {})).id, raw });

  await writeSources(database.db, sources);

  const ids = sources.map(({ messageId }) => messageId);
  const kept = await database.db.select().from(messageSources).where(inArray(messageSources.messageId, ids));
  expect(kept).toHaveLength(raws.length);
  for (const { messageId, raw } of kept)
    expect(raw.equals(sources.find((each) => each.messageId === messageId)!.raw)).toBe(true);
});

test("nothing to write asks nothing, and a source without its message is refused", async () => {
  const before = await database.db.$count(messageSources);
  await writeSources(database.db, []);

  await expect(writeSources(database.db, [{ messageId: newId(), raw: Buffer.from("x") }])).rejects.toThrow();
  expect(await database.db.$count(messageSources)).toBe(before);
});
