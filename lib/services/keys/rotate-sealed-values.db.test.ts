import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import { apiKeys, mailboxes, smartleadConnections } from "@/lib/db/schema";
import { makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const FORMER = "the-former-key-0123456789";
const PRESENT = "the-present-key-0123456789";
const SECRET = "tw_a-key-of-an-earlier-version";
const TOKENS = { refreshToken: "refresh", accessToken: "access", expiresAt: 1 };

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

/** The code as a program runs it that was started with these keys. */
async function startedWith(present: string, former?: string) {
  vi.resetModules();
  delete (globalThis as { threadwellEnv?: unknown }).threadwellEnv;
  process.env.ENCRYPTION_KEY = present;
  if (former) process.env.ENCRYPTION_KEY_OLD = former;
  else delete process.env.ENCRYPTION_KEY_OLD;
  return {
    ...(await import("@/lib/core/secrets")),
    ...(await import("@/lib/services/mailboxes/mailbox-secrets")),
    ...(await import("@/lib/services/api-keys/find-api-actor")),
    ...(await import("@/lib/services/smartlead/smartlead-secrets")),
    ...(await import("./rotate-sealed-values")),
  };
}

async function sealUnder(app: Awaited<ReturnType<typeof startedWith>>, id: string): Promise<void> {
  const sealed = app.sealSecrets(id, { imapPassword: "imap secret", smtpPassword: "smtp secret" });
  await database.db
    .update(mailboxes)
    .set({ ...sealed, oauthTokens: app.sealTokens(id, TOKENS) })
    .where(eq(mailboxes.id, id));
}
const rowOf = async (id: string) => (await database.db.select().from(mailboxes).where(eq(mailboxes.id, id)))[0]!;

test("everything sealed is read by a program that knows the new key alone, and a second run moves nothing", async () => {
  const { id } = world.mailbox;
  await sealUnder(await startedWith(FORMER), id);

  const both = await startedWith(PRESENT, FORMER);
  const readBefore = both.mailboxSecrets(await rowOf(id));
  const first = await both.rotateSealedValues(database.db);
  const second = await both.rotateSealedValues(database.db);

  expect([first.moved, second.moved]).toEqual([3, 0]);
  const after = await startedWith(PRESENT);
  const row = await rowOf(id);
  expect(readBefore).toEqual({ imapPassword: "imap secret", smtpPassword: "smtp secret" });
  expect(after.mailboxSecrets(row)).toEqual(readBefore);
  expect(after.openTokens(id, row.oauthTokens!)).toEqual(TOKENS);
});

test("a Smartlead account's key and secrets are moved as well, and a disconnected one's", async () => {
  const { workspaceId } = world;
  const former = await startedWith(FORMER);
  const [id, gone] = [newId(), newId()];
  const row = (of: string, secret: string) => ({ ...former.sealWebhookSecret(of, secret), id: of, workspaceId });
  await database.db.insert(smartleadConnections).values([
    { ...row(id, "hook"), ...former.sealKey(id, "smartlead-key"), ...former.sealSigningSecret(id, "signing") },
    { ...row(gone, "old hook"), keyHint: "gone", keyHash: "gone" },
  ]);

  const both = await startedWith(PRESENT, FORMER);
  expect(await both.rotateSealedValues(database.db)).toMatchObject({ connections: 2, moved: 4 });

  const after = await startedWith(PRESENT);
  const rows = await database.db.select().from(smartleadConnections).orderBy(smartleadConnections.id);
  expect(rows.map((each) => after.smartleadSecrets(each))).toEqual(
    expect.arrayContaining([
      { key: "smartlead-key", webhookSecret: "hook", signingSecret: "signing" },
      { key: null, webhookSecret: "old hook", signingSecret: null },
    ]),
  );
  expect(rows).toHaveLength(2);
  await database.db.delete(smartleadConnections);
});

test("a value that neither key reads stops it, and nothing is half moved", async () => {
  const { id } = world.mailbox;
  await sealUnder(await startedWith(FORMER), id);
  const other = await makeWorld(database.db);
  await sealUnder(await startedWith("a-key-that-nobody-has-any-more"), other.mailbox.id);
  const before = await rowOf(id);

  const both = await startedWith(PRESENT, FORMER);

  await expect(both.rotateSealedValues(database.db)).rejects.toThrow();
  expect(await rowOf(id)).toEqual(before);
  await database.db
    .update(mailboxes)
    .set({ imapPassword: null, smtpPassword: null, oauthTokens: null })
    .where(eq(mailboxes.id, other.mailbox.id));
});

test("an API key lives on: one of an earlier version as soon as it was used once with the former key at hand", async () => {
  const former = await startedWith(FORMER);
  const { workspaceId, member } = world;
  const [key] = await database.db
    .insert(apiKeys)
    .values({ workspaceId, memberId: member.id, name: "CRM", hint: "sion", hash: former.formerHashes(SECRET)[0]! })
    .returning();

  const both = await startedWith(PRESENT, FORMER);
  const before = await both.rotateSealedValues(database.db);
  expect(await both.findApiActor(database.db, SECRET)).toMatchObject({ apiKeyId: key!.id });
  const after = await both.rotateSealedValues(database.db);

  expect([before.apiKeysLeft, after.apiKeysLeft]).toEqual([1, 0]);
  const alone = await startedWith(PRESENT);
  expect(await alone.findApiActor(database.db, SECRET)).toMatchObject({ apiKeyId: key!.id });
  expect(await alone.findApiActor(database.db, `${SECRET}x`)).toBeNull();
});
