import { desc, eq } from "drizzle-orm";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hashSecret } from "@/lib/core/secrets";
import { events, memberInvitations, members, sessions } from "@/lib/db/schema";
import { makeMember, makeWorkspace, type MemberRow } from "@/lib/testing/factories";
import { startOpenidProvider, type OpenidProvider } from "@/lib/testing/openid-provider";
import { useTestDatabase } from "@/lib/testing/test-db";
import { COOKIE_NAME, SECURE_COOKIE_NAME } from "./token";

const test_ = useTestDatabase();
let provider: OpenidProvider;
let member: MemberRow;
let workspaceId: string;
const visitor = { address: "192.0.2.7", userAgent: "a browser" };

beforeAll(async () => {
  provider = await startOpenidProvider();
  const { issuer, clientId, clientSecret } = provider;
  Object.assign(process.env, { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret });
  workspaceId = (await makeWorkspace(test_.db)).id;
});
afterAll(() => provider.stop());
beforeEach(async () => {
  provider.lie({});
  member = await makeMember(test_.db, { workspaceId });
  provider.be({ sub: `sub-${member.id}`, email: member.email, email_verified: true, name: "Sam" });
});

type Jar = Record<string, string>;
type Asked = { path: string[]; method?: "POST"; body?: Record<string, string>; query?: Record<string, string> };

/** next-auth with this app's settings, asked by a browser with a jar of cookies. @returns where it leads, or what it says */
async function ask(origin: string, jar: Jar, { path, method, body, query }: Asked) {
  const { authOptions } = await import("./options");
  const { host, protocol } = new URL(origin);
  const headers = { "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
  const said = { to: null as string | null, body: {} as Record<string, string> };
  const heard = new Map<string, unknown>();
  const response: Record<string, (...given: never[]) => unknown> = {
    status: () => response,
    setHeader: (name: string, value: unknown) => (heard.set(name, value), response),
    getHeader: (name: string) => heard.get(name),
    send: (value: Record<string, string>) => (said.body = value),
    end: () => undefined,
  };
  const request = { method: method ?? "GET", headers, cookies: { ...jar }, body, query: { ...query, nextauth: path } };
  await NextAuth(request as never, response as never, authOptions(origin, visitor));
  for (const line of (heard.get("Set-Cookie") ?? []) as string[]) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    jar[name!] = decodeURIComponent(value!);
  }
  return { ...said, to: (heard.get("Location") as string | undefined) ?? null };
}

/** The whole way of a person: to the provider, and back with what it gave. @returns where it ends, and the session's id if any */
async function signInBy({ origin = "http://localhost:3000", jar = {} as Jar, before = (_jar: Jar) => {} } = {}) {
  const { body } = await ask(origin, jar, { path: ["csrf"] });
  const form = { csrfToken: body.csrfToken!, callbackUrl: `${origin}/schedule` };
  const led = await ask(origin, jar, { path: ["signin", "oidc"], method: "POST", body: form });
  const there = await fetch(led.to!, { redirect: "manual" });
  const back = new URL(there.headers.get("location")!);
  before(jar);
  const query = Object.fromEntries(back.searchParams);
  const end = await ask(origin, jar, { path: ["callback", "oidc"], query });
  const name = origin.startsWith("https:") ? SECURE_COOKIE_NAME : COOKIE_NAME;
  const claims = jar[name] ? await decode({ token: jar[name], secret: process.env.AUTH_SECRET! }) : null;
  return { to: end.to, back: `${back.origin}${back.pathname}`, claims };
}

const opened = () => test_.db.select().from(sessions).where(eq(sessions.memberId, member.id));
const rowOf = async () => (await test_.db.select().from(members).where(eq(members.id, member.id)))[0]!;
const lastEvent = async () =>
  (
    await test_.db.select().from(events).where(eq(events.workspaceId, workspaceId)).orderBy(desc(events.at)).limit(1)
  )[0];

test("a member comes in by an address that the provider calls verified, and its subject is kept", async () => {
  const { to, back, claims } = await signInBy();
  expect([to, back]).toEqual(["http://localhost:3000/schedule", "http://localhost:3000/api/auth/callback/oidc"]);
  const [session] = await opened();
  // The token names the session's row and nothing else.
  expect(claims).toMatchObject({ sid: session!.id });
  expect(Object.keys(claims!).sort()).toEqual(["exp", "iat", "jti", "sid"]);
  expect((await rowOf()).oidcSubject).toBe(`${provider.issuer} sub-${member.id}`);
  expect(await lastEvent()).toMatchObject({
    kind: "member.signed_in",
    memberId: member.id,
    data: { address: "192.0.2.7", by: "oidc" },
  });
});

test("behind https the provider is led back to https, and the cookie is the one that only this host sets", async () => {
  const { to, back } = await signInBy({ origin: "https://mail.acme.test" });
  expect([to, back]).toEqual(["https://mail.acme.test/schedule", "https://mail.acme.test/api/auth/callback/oidc"]);
  expect(await opened()).toHaveLength(1);
});

test("once known, the subject counts, whatever the address says by then", async () => {
  await signInBy();
  provider.be({ sub: `sub-${member.id}`, email: "renamed@elsewhere.test", email_verified: false });
  await signInBy();
  expect(await opened()).toHaveLength(2);
});

const refused = async (error: string) => {
  const { to, claims } = await signInBy();
  expect(new URL(to!, "http://localhost:3000").searchParams.get("error")).toBe(error);
  expect(claims).toBeNull();
  expect(await opened()).toEqual([]);
};

test("an address that is not verified, or whose subject is another's, is refused", async () => {
  provider.be({ sub: "mallory", email: member.email, email_verified: false });
  await refused("oidc_unverified");
  provider.be({ sub: "mallory", email: member.email });
  await refused("oidc_unverified");
  await test_.db.update(members).set({ oidcSubject: "the-real-one" }).where(eq(members.id, member.id));
  provider.be({ sub: "mallory", email: member.email, email_verified: true });
  await refused("oidc_other_subject");
  expect(await lastEvent()).toMatchObject({
    kind: "member.sign_in_refused",
    data: { address: "192.0.2.7", by: "oidc", reason: "oidc_other_subject" },
  });
});

test("strangers and deactivated members are refused, each in its own word", async () => {
  provider.be({ sub: "stranger", email: "stranger@elsewhere.test", email_verified: true });
  await refused("oidc_no_account");
  provider.be({ sub: `sub-${member.id}`, email: member.email, email_verified: true });
  await test_.db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, member.id));
  await refused("oidc_deactivated");
  await test_.db
    .update(members)
    .set({ oidcSubject: `${provider.issuer} sub-${member.id}` })
    .where(eq(members.id, member.id));
  await refused("oidc_deactivated");
});

test("who holds an open invitation to a verified address joins by it, once", async () => {
  const email = `new-${member.id}@acme.test`;
  const admin = await makeMember(test_.db, { workspaceId, role: "admin" });
  const invite = (expiresAt: Date) =>
    test_.db.insert(memberInvitations).values({
      workspaceId,
      email,
      role: "manager",
      hash: hashSecret(`${email}${expiresAt.getTime()}`),
      invitedById: admin.id,
      expiresAt,
    });
  provider.be({ sub: `new-${member.id}`, email, email_verified: true, name: "Nora New" });
  await invite(new Date(Date.now() - 1000));
  await refused("oidc_no_account");
  await invite(new Date(Date.now() + 60_000));
  const { claims } = await signInBy();
  expect(claims?.sid).toEqual(expect.any(String));
  const [joined] = await test_.db.select().from(members).where(eq(members.email, email));
  expect(joined).toMatchObject({
    name: "Nora New",
    role: "manager",
    oidcSubject: `${provider.issuer} new-${member.id}`,
  });
  const invitations = await test_.db.select().from(memberInvitations).where(eq(memberInvitations.email, email));
  expect(invitations.filter(({ acceptedAt }) => acceptedAt).map(({ memberId }) => memberId)).toEqual([joined!.id]);
});

const inThePast = Math.floor(Date.now() / 1000) - 600;
test.for([
  ["a nonce of another sign-in", { claims: { nonce: "another" } }],
  ["a state of another sign-in", { state: "another" }],
  ["a token of another issuer", { claims: { iss: "https://evil.test" } }],
  ["a token for another application", { claims: { aud: "another" } }],
  ["a token that is over", { claims: { iat: inThePast - 300, exp: inThePast } }],
  ["a signature of another key", { otherKey: true }],
  [
    "a discovery document and a token of another issuer",
    { issuer: "https://evil.test", claims: { iss: "https://evil.test" } },
  ],
] as const)("%s lets nobody in", async ([, lies]) => {
  provider.lie(lies);
  await refused("OAuthCallback");
});

test("what comes back to a browser that did not ask is refused", async () => {
  const { to } = await signInBy({ before: (jar) => Object.keys(jar).forEach((name) => delete jar[name]) });
  expect(new URL(to!).searchParams.get("error")).toBe("OAuthCallback");
  expect(await opened()).toEqual([]);
});
