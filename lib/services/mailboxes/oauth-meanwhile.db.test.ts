import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { mailboxes, mailboxFolders, messagePlaces } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { beginOauth } from "./begin-oauth";
import { finishOauth } from "./finish-oauth";
import { freshAccessToken } from "./fresh-access-token";
import { sealTokens } from "./mailbox-secrets";
import { removeMailbox } from "./remove-mailbox";
import { updateMailbox } from "./update-mailbox";

const database = testDatabase();
let world: World;
let admin: Context;
let mailboxId: string;
/** Who waits for the provider's answer. */
let waiting: ServerResponse[] = [];

const server = createServer((request, response) => void (request.resume(), waiting.push(response)));
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    ALLOW_PRIVATE_HOSTS: `127.0.0.1:${port}`,
    OAUTH_TEST_SERVER: `http://127.0.0.1:${port}`,
    GOOGLE_CLIENT_ID: "client",
    GOOGLE_CLIENT_SECRET: "secret",
  });
});
afterAll(() => server.close());

const tokens = (accessToken: string, minutes: number) =>
  sealTokens(mailboxId, { refreshToken: "r", accessToken, expiresAt: Date.now() + minutes * 60_000 });
const set = (values: Partial<typeof mailboxes.$inferInsert>) =>
  database.db.update(mailboxes).set(values).where(eq(mailboxes.id, mailboxId));
const row = async () => (await database.db.select().from(mailboxes).where(eq(mailboxes.id, mailboxId)))[0]!;
const fresh = () => freshAccessToken(database.db, () => new Date(), mailboxId);
const asked = (count = 1) => vi.waitFor(() => expect(waiting).toHaveLength(count));
function answer(status = 200, body: object = { access_token: "renewed", expires_in: 3600, refresh_token: "r2" }) {
  for (const response of waiting.splice(0))
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

beforeEach(async () => {
  waiting = [];
  world = await makeWorld(database.db);
  admin = contextOf(world.admin, database.db);
  mailboxId = world.mailbox.id;
  await set({ engine: "smtp", signIn: "google", oauthTokens: tokens("ending", 1), oauthExpiresAt: new Date() });
});

describe("while a token is renewed", () => {
  test("everybody of the process waits for the one renewal", async () => {
    const all = Promise.all([fresh(), fresh(), fresh()]);
    await asked();
    answer();

    expect(await all).toEqual(["renewed", "renewed", "renewed"]);
    expect(await fresh()).toBe("renewed");
  });

  test.each([
    ["a new token", 200, undefined],
    ["a refusal", 400, { error: "invalid_grant" }],
  ])("a new sign-in stays, though %s comes for the former one", async (_what, status, body) => {
    const token = fresh();
    await asked();
    const signedIn = tokens("signed in anew", 60);
    await set({ oauthTokens: signedIn });
    answer(status, body);

    expect(await token).toBe("signed in anew");
    expect((await row()).oauthTokens).toBe(signedIn);
  });

  test("a removal stays", async () => {
    const token = fresh();
    token.catch(() => {});
    await asked();
    await removeMailbox(admin, { mailboxId });
    answer();

    await expect(token).rejects.toMatchObject({ responseText: "not_authorised" });
    expect(await row()).toMatchObject({ oauthTokens: null, oauthExpiresAt: null });
  });
});

test("a mailbox that signs in otherwise when its person comes back keeps to that", async () => {
  const { url, ticket } = await beginOauth(admin, { mailboxId });
  const state = new URL(url).searchParams.get("state")!;
  const end = finishOauth(admin, { code: "code", state, ticket });
  await asked();
  await set({ signIn: "microsoft", oauthTokens: null });
  answer();

  expect(await end).toEqual({ kind: "declined", mailboxId });
  expect((await row()).oauthTokens).toBeNull();
});

test("a mailbox takes no token to another server, and is compared afresh as another account", async () => {
  const { db } = database;
  const { address } = world.mailbox;
  const server = { Host: "mail.acme.test", Port: 993, Security: "tls" as const, User: "sam", Password: "" };
  const form = { mailboxId, address, signIn: "google" as const, ...sideOf("imap", server), ...sideOf("smtp", server) };
  await updateMailbox(admin, form);
  const isIts = eq(mailboxFolders.mailboxId, mailboxId);
  const read = { uidValidity: 7, highestModseq: "9", lastUid: 3 };
  const [folder] = await db
    .insert(mailboxFolders)
    .values({ mailboxId, path: "INBOX", role: "inbox", ...read })
    .returning();
  await db.insert(messagePlaces).values({ folderId: folder!.id, uid: 3, messageId: world.messages[0]!.id });
  const signedIn = { oauthTokens: "sealed", oauthExpiresAt: new Date() };
  await set(signedIn);

  await updateMailbox(admin, { ...form, displayName: "Samuel" });
  expect(await row()).toMatchObject(signedIn);
  expect(await db.select().from(mailboxFolders).where(isIts)).toMatchObject([read]);

  await updateMailbox(admin, { ...form, imapHost: "imap.evil.test" });
  expect(await row()).toMatchObject({ oauthTokens: null, oauthExpiresAt: null });
  const afresh = { uidValidity: null, highestModseq: null, lastUid: 3 };
  expect(await db.select().from(mailboxFolders).where(isIts)).toMatchObject([afresh]);
  expect(await db.$count(messagePlaces, eq(messagePlaces.folderId, folder!.id))).toBe(0);
});

type Server = { Host: string; Port: number; Security: "tls"; User: string; Password: string };
const sideOf = <Side extends "imap" | "smtp">(side: Side, server: Server) =>
  Object.fromEntries(Object.entries(server).map(([name, value]) => [side + name, value])) as {
    [Name in keyof Server as `${Side}${Name}`]: Server[Name];
  };
