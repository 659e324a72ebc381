import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { apiKeys, members } from "@/lib/db/schema";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { createApiKey } from "./create-api-key";
import { findApiActor } from "./find-api-actor";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";

process.env.SANDBOX = "off";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});
const as = (member = world.member) => contextOf(member, database.db);

test("a key's secret is told once and kept nowhere", async () => {
  const { secret, hint, id } = await createApiKey(as(), { name: "crm" });

  expect(secret).toMatch(/^tw_[A-Za-z0-9_-]{43}$/);
  const stored = await database.db.execute(sql`select row_to_json(k)::text as row from api_keys k where id = ${id}`);
  expect(stored.rows[0]!.row).not.toContain(secret);
  const [listed] = await listApiKeys(as());
  expect(listed).toMatchObject({ id, name: "crm", hint, isMine: true, lastUsedAt: null, revokedAt: null });
  expect(JSON.stringify(listed)).not.toContain(secret.slice(0, -4));
});

test("a key acts as its maker, with the role that the maker has now", async () => {
  const { secret, id } = await createApiKey(as(), { name: "crm" });
  await database.db.update(members).set({ role: "manager" }).where(eq(members.id, world.member.id));

  const actor = await findApiActor(database.db, secret);

  expect(actor).toMatchObject({ memberId: world.member.id, role: "manager", apiKeyId: id });
  expect(await findApiActor(database.db, `${secret}x`)).toBeNull();
});

test("a sandbox's key is refused once the sandbox is closed", async () => {
  const sandbox = await makeWorld(database.db, { kind: "sandbox" });
  const { secret } = await createApiKey(as(sandbox.member), { name: "sandbox" });

  expect(await findApiActor(database.db, secret)).toBeNull();
});

test("people see and revoke their own keys, an admin everybody's, nobody another workspace's", async () => {
  const mine = await createApiKey(as(), { name: "mine" });
  const others = await createApiKey(as(world.manager), { name: "others" });
  const foreign = await makeWorld(database.db);
  const names = async (member = world.member) => (await listApiKeys(as(member))).map((key) => key.name);
  const revoke = (apiKeyId: string, member = world.member) =>
    revokeApiKey(as(member), { apiKeyId }).catch((error: AppError) => error.code);

  expect(await names()).toEqual(["mine"]);
  expect(await names(world.admin)).toEqual(["others", "mine"]);
  expect(await revoke(others.id)).toBe("not_found");
  expect(await revoke(mine.id, foreign.admin)).toBe("not_found");
  expect(await revoke(others.id, world.admin)).toEqual({ apiKeyId: others.id });
  expect(await findApiActor(database.db, others.secret)).toBeNull();
});

test("a revoked key keeps the time of its first revocation", async () => {
  const { id } = await createApiKey(as(), { name: "mine" });
  const at = async () => (await database.db.select().from(apiKeys).where(eq(apiKeys.id, id)))[0]!.revokedAt;
  await revokeApiKey(as(), { apiKeyId: id });
  const first = await at();

  await revokeApiKey(as(), { apiKeyId: id });

  expect(await at()).toEqual(first);
});
