import { expect, test } from "vitest";
import { sandboxDeliveries, workspaces } from "@/lib/db/schema";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { contextOf, makeMember, makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { GET } from "./route";

const test_ = testDatabase();
const ask = async (query: string) =>
  GET(new Request(`http://localhost:3000/api/sandbox/deliveries?${query}`), { params: Promise.resolve({}) });

test("the sandbox's key reads what was delivered; no other key does, nor does a stranger", async () => {
  const { workspaceId, member } = await makeWorld(test_.db, { kind: "sandbox", filledAt: new Date() });
  await test_.db.insert(sandboxDeliveries).values({
    workspaceId,
    messageId: "one@acme.test",
    recipients: ["a@lead.test", "hidden@quiet.test"],
    raw: Buffer.from("Subject: hi\r\n\r\nhello"),
  });
  const [team] = await test_.db.insert(workspaces).values({ kind: "team", name: "Kestrel" }).returning();
  const outsider = await makeMember(test_.db, { workspaceId: team!.id });
  const { secret } = await createApiKey(contextOf(member, test_.db), { name: "sandbox" });
  const other = await createApiKey(contextOf(outsider, test_.db), { name: "real" });

  const found = await ask(`api_key=${secret}&message_id=${encodeURIComponent("<one@acme.test>")}`);

  expect(await found.json()).toEqual([
    { recipients: ["a@lead.test", "hidden@quiet.test"], raw: "Subject: hi\r\n\r\nhello" },
  ]);
  expect(await (await ask(`api_key=${secret}&message_id=two@acme.test`)).json()).toEqual([]);
  expect((await ask("message_id=one@acme.test")).status).toBe(401);
  expect((await ask("api_key=wrong&message_id=one@acme.test")).status).toBe(401);
  expect((await ask(`api_key=${other.secret}&message_id=one@acme.test`)).status).toBe(404);
  expect((await ask(`api_key=${secret}&message=x`)).status).toBe(400);
  expect((await ask(`api_key=${secret}&message_id=%00`)).status).toBe(400);
});
