import { beforeEach, expect, test } from "vitest";
import { GET as deliveries } from "@/app/api/sandbox/deliveries/route";
import { POST as reply } from "@/app/api/v1/campaigns/[campaignId]/reply-email-thread/route";
import { POST as send } from "@/app/api/v1/email-campaigns/send-email-thread/route";
import { GET as status } from "@/app/api/v1/master-inbox/reply-status/route";
import { apiKeys } from "@/lib/db/schema";
import { API_SCOPES, type ApiScope } from "@/lib/domain/api-scope";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { listApiKeys } from "@/lib/services/api-keys/list-api-keys";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase } from "@/lib/testing/test-db";

const test_ = useTestDatabase();
let world: World;
const member = () => contextOf(world.member, test_.db);

beforeEach(async () => {
  world = await makeWorld(test_.db);
});

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;
const ROUTES: [ApiScope, Handler, "GET" | "POST"][] = [
  ["reply.send", send, "POST"],
  ["reply.send", reply, "POST"],
  ["reply.read", status, "GET"],
  ["sandbox.read", deliveries, "GET"],
];
const ask = async (handler: Handler, method: string, secret: string) => {
  const headers = { authorization: `Bearer ${secret}` };
  const body = method === "POST" ? { body: "{}" } : {};
  return handler(new Request("http://localhost/", { method, headers, ...body }), {
    params: Promise.resolve({ campaignId: "1" }),
  });
};

test.for(API_SCOPES)("a key for %s opens its routes and is refused by all others", async (scope) => {
  const { secret } = await createApiKey(member(), { name: scope, scopes: [scope] });
  for (const [needed, handler, method] of ROUTES) {
    const answer = await ask(handler, method, secret);
    if (needed === scope) expect(answer.status).not.toBe(403);
    else {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toEqual({
        statusCode: 403,
        error: "Forbidden",
        message: "This API key was not made for this",
      });
    }
  }
});

test("a key of before, without a list, opens everything as it did", async () => {
  const { secret } = await createApiKey(member(), { name: "old" });
  expect((await test_.db.select().from(apiKeys)).find(({ name }) => name === "old")!.scopes).toBeNull();
  expect(await listApiKeys(member())).toMatchObject([{ scopes: null }]);
  for (const [, handler, method] of ROUTES) expect((await ask(handler, method, secret)).status).not.toBe(403);
});
