import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { POST as send } from "@/app/api/v1/email-campaigns/send-email-thread/route";
import { campaigns, messages, replies } from "@/lib/db/schema";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { contextOf, makeMailbox, makeWorkspace, makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const database = testDatabase();

const curl = (key: string) =>
  send(
    new Request(`http://localhost:3000/api/v1/email-campaigns/send-email-thread?api_key=${key}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: '{"campaignId": 12345, "emailStatsId": "abc-123", "emailBody": "Thanks for your interest! Let me know if you have any questions.", "addSignature": true}',
    }),
    { params: Promise.resolve({}) },
  );

test("the sandbox's key answers its campaign 12345 until the first real mailbox closes the sandbox", async () => {
  const { workspaceId, campaign, thread, member } = await makeWorld(database.db, { kind: "sandbox" });
  await database.db.update(campaigns).set({ number: 12345 }).where(eq(campaigns.id, campaign.id));
  await database.db.update(messages).set({ statsId: "abc-123" }).where(eq(messages.threadId, thread.id));
  const { secret } = await createApiKey(contextOf(member, database.db), { name: "sandbox" });

  expect(await (await curl(secret)).text()).toBe("Email added to the queue, will be sent out soon!");
  const team = await makeWorkspace(database.db);
  await makeMailbox(database.db, { workspaceId: team.id });

  expect((await curl(secret)).status).toBe(401);
  expect(await database.db.$count(replies, eq(replies.workspaceId, workspaceId))).toBe(1);
});
