import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { mailboxes } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { beginOauth } from "@/lib/services/mailboxes/begin-oauth";
import { createMailbox } from "@/lib/services/mailboxes/create-mailbox";
import { finishOauth } from "@/lib/services/mailboxes/finish-oauth";
import { freshAccessToken } from "@/lib/services/mailboxes/fresh-access-token";
import { getMailboxTest } from "@/lib/services/mailboxes/get-mailbox-test";
import { testMailbox as orderTest } from "@/lib/services/mailboxes/test-mailbox";
import { contextOf, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { mailServersMissing, startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { startOauthServer, type OauthServer } from "@/lib/testing/oauth-server";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { testMailbox } from "./handlers/test-mailbox";
import { runMailboxSync } from "./mailbox-sync";

const missing = mailServersMissing();
const database = testDatabase();
const USER = { address: "sam@acme.test", password: "never-told-to-the-app" };

describe.skipIf(missing !== null)(`signing in by OAuth2${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let oauth: OauthServer;
  let servers: MailServers;
  let admin: Context;
  beforeAll(async () => {
    oauth = await startOauthServer();
    servers = await startMailServers({ users: [USER], introspection: oauth.introspection });
    process.env.ALLOW_PRIVATE_HOSTS = `${servers.allow},${oauth.allow}`;
    process.env.OAUTH_TEST_SERVER = oauth.url;
    process.env.GOOGLE_CLIENT_ID = oauth.clientId;
    process.env.GOOGLE_CLIENT_SECRET = oauth.clientSecret;
  });
  afterAll(async () => {
    await servers.stop();
    await oauth.stop();
  });
  beforeEach(async () => {
    oauth.asked.length = 0;
    oauth.beAway(false);
    oauth.endTokensIn(3600);
    // The mailboxes of the tests before would be read beside this one, and ask the provider too.
    await database.db.update(mailboxes).set({ disabledAt: new Date() });
    const { id: workspaceId } = await makeWorkspace(database.db);
    admin = contextOf(await makeMember(database.db, { workspaceId, role: "admin" }), database.db);
  });

  const deps = () => ({ db: database.db, now: () => new Date() });
  const rowOf = async (id: string) => (await database.db.select().from(mailboxes).where(eq(mailboxes.id, id)))[0]!;
  const freshOf = (id: string) => freshAccessToken(database.db, () => new Date(), id);
  const unsigned = async () => {
    const { host, ports } = servers;
    const server = { Host: host, Security: "none", User: USER.address, Password: "" } as const;
    return createMailbox(admin, {
      address: USER.address,
      displayName: "",
      signatureHtml: "",
      signIn: "google",
      ...sideOf("imap", { ...server, Port: ports.imap }),
      ...sideOf("smtp", { ...server, Port: ports.submission }),
    });
  };
  /** As a browser does: to the provider, and back with what it says. */
  const comeBack = async (mailboxId: string) => {
    const { url, ticket } = await beginOauth(admin, { mailboxId });
    const { headers } = await fetch(url, { redirect: "manual" });
    const back = new URL(headers.get("location")!);
    return { code: back.searchParams.get("code")!, state: back.searchParams.get("state")!, ticket, back };
  };
  const signedIn = async () => {
    const { id } = await unsigned();
    const end = await finishOauth(admin, await comeBack(id));
    if (end.kind !== "connected") throw new Error(end.kind);
    return { id, testId: end.testId };
  };
  const saidBy = async (testId: string) => {
    await testMailbox(deps(), { testId });
    const { steps } = await getMailboxTest(admin, { testId });
    return steps.map(({ side, step, state, reason, detail }) =>
      [side, step, state, reason, detail].filter(Boolean).join(" "),
    );
  };

  test("a mailbox reads and sends with a token alone, and no token is ever given back or kept in the clear", async () => {
    const { id, testId } = await signedIn();

    const said = await saidBy(testId);

    expect(said).toHaveLength(9);
    expect(said.filter((step) => !step.endsWith(" passed"))).toEqual([]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: "connected", imapPassword: null, smtpPassword: null });
    expect(row.oauthTokens).toMatch(/^v1\./);
    expect(row.oauthTokens).not.toContain(await freshOf(id));
    expect(oauth.asked).toEqual(["authorization_code"]);
  });

  test("nobody comes back with the ticket of another, with another state, or too late", async () => {
    const { id } = await unsigned();
    const { back: _back, ...input } = await comeBack(id);
    const other = contextOf(
      await makeMember(database.db, { workspaceId: admin.actor.workspaceId, role: "admin" }),
      database.db,
    );
    const late = { ...admin, now: () => new Date(Date.now() + 11 * 60_000) };

    for (const [context, wrong] of [
      [other, input],
      [admin, { ...input, state: "guessed" }],
      [admin, { ...input, ticket: undefined }],
      [admin, { ...input, ticket: `${input.ticket}x` }],
    ] as const)
      await expect(finishOauth(context, wrong)).rejects.toMatchObject({ reason: "oauth_expired" });
    expect(await finishOauth(late, input)).toMatchObject({ kind: "expired" });
    expect(await finishOauth(admin, { ...input, code: undefined })).toMatchObject({ kind: "declined" });
    expect(await finishOauth(admin, { ...input, code: "stolen" })).toMatchObject({ kind: "refused" });
    expect((await rowOf(id)).oauthTokens).toBeNull();
  });

  test("a token that ends soon is renewed ahead, by one of those who ask at the same time", async () => {
    oauth.endTokensIn(120);
    const { id } = await signedIn();
    oauth.endTokensIn(3600);

    const given = await Promise.all([freshOf(id), freshOf(id), freshOf(id)]);

    expect(new Set(given).size).toBe(1);
    expect(oauth.asked).toEqual(["authorization_code", "refresh_token"]);
    expect((await rowOf(id)).oauthExpiresAt!.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  });

  test("a provider that is away costs nothing while the present token holds", async () => {
    oauth.endTokensIn(120);
    const { id } = await signedIn();
    oauth.beAway(true);

    const token = await freshOf(id);

    expect(token).toMatch(/^[0-9a-f]{24}$/);
    expect((await rowOf(id)).oauthTokens).not.toBeNull();
  });

  test("a withdrawn consent is said in a word and asked about no more; signing in again mends it", async () => {
    const { id } = await signedIn();
    const stop = new AbortController();
    const running = runMailboxSync({
      ...deps(),
      workerId: crypto.randomUUID(),
      signal: stop.signal,
      // It is the second attempt that asks the provider.
      pace: { refused: 500 },
    });
    await vi.waitFor(async () => expect((await rowOf(id)).lastSyncedAt).not.toBeNull(), 45_000);

    oauth.revoke();
    await servers.doveadm("kick", USER.address);
    await vi.waitFor(
      async () =>
        expect(await rowOf(id)).toMatchObject({ state: "failing", stateReason: "auth", stateDetail: "revoked" }),
      { timeout: 40_000, interval: 200 },
    );
    const asked = ["authorization_code", "refresh_token"];
    expect(oauth.asked).toEqual(asked);
    const { testId } = await orderTest(admin, { mailboxId: id });
    expect(await saidBy(testId)).toContain("imap login failed auth revoked");
    expect(oauth.asked).toEqual(asked);

    const again = await finishOauth(admin, await comeBack(id));
    expect(again.kind).toBe("connected");
    await vi.waitFor(async () => expect(await rowOf(id)).toMatchObject({ state: "connected" }), 45_000);
    stop.abort();
    await running;
  });
});

type Server = { Host: string; Port: number; Security: "none"; User: string; Password: string };
type Side<Name extends string> = { [Key in keyof Server as `${Name}${Key}`]: Server[Key] };

const sideOf = <Name extends string>(name: Name, server: Server): Side<Name> =>
  Object.fromEntries(Object.entries(server).map(([key, value]) => [name + key, value])) as Side<Name>;
