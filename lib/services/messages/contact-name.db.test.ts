import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { threads } from "@/lib/db/schema";
import { makeWorld, type World } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { readIncoming } from "./read-incoming";
import { storeIncoming } from "./store-incoming";

const test_ = testDatabase();
useFileFolder();
let world: World;
beforeEach(async () => void (world = await makeWorld(test_.db)));

const FIRST = "first@strangers.test";
/** @returns how the thread of the first of them names who it is with */
async function nameAfter(...writers: string[][]): Promise<string> {
  const deps = { db: test_.db, now: () => new Date() };
  let threadId = 0;
  let count = 0;
  for (const batch of writers) {
    const inputs = batch.map((from) => {
      const own = count++ === 0 ? { messageId: FIRST } : { inReplyTo: FIRST, messageId: `n${count}@strangers.test` };
      const raw = rawMail({ from, to: world.mailbox.address, ...own });
      return { workspaceId: world.workspaceId, mailboxId: world.mailbox.id, raw, source: "inbox" as const };
    });
    const [result] = await storeIncoming(deps, await readIncoming(deps, inputs));
    threadId ||= result!.threadId;
  }
  const [thread] = await test_.db.select().from(threads).where(eq(threads.id, threadId));
  return thread!.contactName;
}

test("who first wrote without a name is called by the one that a later mail bears", async () => {
  expect(await nameAfter(["una@strangers.test"], ["Una Berg <UNA@strangers.test>"])).toBe("Una Berg");
});

test("so it is where both come in one batch, and where a third mail has no name again", async () => {
  expect(await nameAfter(["una@strangers.test", "Una Berg <una@strangers.test>", "una@strangers.test"])).toBe(
    "Una Berg",
  );
});

test("a colleague's name is not theirs", async () => {
  expect(await nameAfter(["una@strangers.test"], ["Ben Holt <ben@strangers.test>"])).toBe("");
});

test("a later spelling does not take the place of the first", async () => {
  expect(await nameAfter(["Una <una@strangers.test>"], ["Una Berg <una@strangers.test>"])).toBe("Una");
});
