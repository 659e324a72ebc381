import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { hashPassword } from "@/lib/core/password";
import { events, members, rateLimits, sessions } from "@/lib/db/schema";
import { makeMailbox, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { hearChanges } from "@/lib/testing/hear-changes";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { endSession } from "./end-session";
import { findSession } from "./find-session";
import { signIn } from "./sign-in";
import {
  ACCOUNT_ATTEMPTS,
  ADDRESS_ATTEMPTS,
  countAttempt,
  forgetAttempts,
  GIVEN_BACK,
  PAIR_ATTEMPTS,
} from "./sign-in-limits";

const world = testDatabase();
const PASSWORD = "a long enough password";
const DAY = 24 * 3600 * 1000;
let clock = new Date("2026-11-19T09:00:00Z");
const now = () => clock;

beforeEach(async () => {
  clock = new Date("2026-11-19T09:00:00Z");
  await world.db.delete(rateLimits);
});

async function makeAccount(kind: "team" | "sandbox" = "team") {
  const { id: workspaceId } = await makeWorkspace(world.db, { kind });
  return makeMember(world.db, { workspaceId, passwordHash: await hashPassword(PASSWORD) });
}
const deps = () => ({ db: world.db, pool: world.pool, now });
const attempt = (email: string, password = PASSWORD, address = "192.0.2.1") =>
  signIn(deps(), { email, password }, { address, userAgent: "a browser" });
const find = (sessionId: string) => findSession(deps(), sessionId);

test("the right password opens a session that names the member and the role", async () => {
  const member = await makeAccount();

  const { sessionId } = await attempt(member.email.toUpperCase());

  expect((await find(sessionId))?.actor).toMatchObject({ memberId: member.id, role: "sdr", email: member.email });
});

test("a wrong password, an unknown address and a deactivated member are refused alike", async () => {
  const [member, gone] = [await makeAccount(), await makeAccount()];
  await world.db.update(members).set({ deactivatedAt: now() }).where(eq(members.id, gone.id));

  const refusals = await Promise.all(
    [attempt(member.email, "another password"), attempt("nobody@acme.test"), attempt(gone.email)].map((one) =>
      one.catch((error: unknown) => error),
    ),
  );

  for (const refusal of refusals) expect(refusal).toMatchObject({ code: "unauthenticated", reason: undefined });
});

test("the role of a session is the member's role of this moment", async () => {
  const member = await makeAccount();
  const { sessionId } = await attempt(member.email);

  await world.db.update(members).set({ role: "manager" }).where(eq(members.id, member.id));

  expect((await find(sessionId))?.actor.role).toBe("manager");
});

test("a session ends by signing out, by deactivation and after 30 days without use", async () => {
  const member = await makeAccount();
  const [left, shut, old] = [await attempt(member.email), await attempt(member.email), await attempt(member.email)];

  await endSession(deps(), left.sessionId);
  expect(await find(left.sessionId)).toBeNull();

  clock = new Date(clock.getTime() + 31 * DAY);
  expect(await find(old.sessionId)).toBeNull();

  clock = new Date("2026-11-20T09:00:00Z");
  await world.db.update(members).set({ deactivatedAt: now() }).where(eq(members.id, member.id));
  expect(await find(shut.sessionId)).toBeNull();
});

test.each([
  ["the password is changed", { passwordHash: "another" }],
  ["the member is deactivated", { deactivatedAt: clock }],
])("no session opens when, while the password is looked at, %s", async (_what, change) => {
  const member = await makeAccount();
  let attempted: Promise<unknown> = Promise.resolve();
  await world.db.transaction(async (tx) => {
    await tx.update(members).set(change).where(eq(members.id, member.id));
    attempted = attempt(member.email).catch((error: unknown) => error);
    await Promise.race([attempted, waitsForUs()]);
    await tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.memberId, member.id));
  });

  expect(await attempted).toMatchObject({ code: "unauthenticated" });
  expect(await world.db.select().from(sessions).where(eq(sessions.memberId, member.id))).toEqual([]);
});

/** Resolves when another connection stands before a lock of this database. */
async function waitsForUs(): Promise<void> {
  const asked = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await world.pool.query(asked)).rows.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("using a session prolongs it", async () => {
  const { email } = await makeAccount();
  const { sessionId } = await attempt(email);

  clock = new Date(clock.getTime() + 20 * DAY);
  const found = await find(sessionId);

  expect(found?.expiresAt).toEqual(new Date(clock.getTime() + 30 * DAY));
  const [row] = await world.db.select().from(sessions).where(eq(sessions.id, sessionId));
  expect(row?.expiresAt).toEqual(found?.expiresAt);
});

test("the attempts on one account from one address are limited, and a right password does not help then", async () => {
  const { email } = await makeAccount();
  for (let count = 0; count < PAIR_ATTEMPTS; count++)
    await expect(attempt(email, "wrong")).rejects.toMatchObject({ code: "unauthenticated" });

  const refused = attempt(email, PASSWORD);

  await expect(refused).rejects.toMatchObject({ code: "rate_limited", reason: "sign_in" });
  await expect(refused).rejects.toHaveProperty("retryAfterSeconds", expect.any(Number));
});

test("a stranger's wrong passwords keep nobody out who has the right one, until far more addresses take part", async () => {
  const { email } = await makeAccount();
  const wrong = async (address: string, times: number) => {
    for (let time = 0; time < times; time++) await attempt(email, "wrong", address).catch(() => undefined);
  };
  await wrong("203.0.113.1", PAIR_ATTEMPTS + 15);

  await expect(attempt(email, PASSWORD, "198.51.100.1")).resolves.toHaveProperty("sessionId");

  for (let from = 0; from < ACCOUNT_ATTEMPTS; from++)
    await countAttempt(world.pool, { account: email, address: `192.0.2.${from}` }).catch(() => undefined);
  await expect(attempt(email, PASSWORD, "198.51.100.1")).rejects.toMatchObject({ code: "rate_limited" });
});

test("the attempts from one address are limited over all accounts", async () => {
  const values = Array.from({ length: ADDRESS_ATTEMPTS }, (_, index) => attempt(`nobody-${index}@acme.test`));
  await Promise.allSettled(values);

  await expect(attempt("one-more@acme.test")).rejects.toMatchObject({ code: "rate_limited" });
  await expect(attempt("one-more@acme.test", PASSWORD, "198.51.100.7")).rejects.toMatchObject({
    code: "unauthenticated",
  });
});

test("the addresses of one IPv6 line are one, however many it has", async () => {
  const line = "2001:db8:7:7";
  for (let host = 1; host <= ADDRESS_ATTEMPTS; host++)
    await countAttempt(world.pool, { account: `line-${host}@acme.test`, address: `${line}::${host.toString(16)}` });
  const next = (address: string) => countAttempt(world.pool, { account: "line-next@acme.test", address });
  await expect(next(`${line}:ffff::1`)).rejects.toMatchObject({ code: "rate_limited" });
  await next("2001:db8:7:8::1");
});

test("people who know their passwords never use up the attempts of the address they share", async () => {
  const address = "192.0.2.1";
  for (let person = 0; person <= ADDRESS_ATTEMPTS; person++) {
    await countAttempt(world.pool, { account: `person-${person}@acme.test`, address });
    await forgetAttempts(world.pool, { account: `person-${person}@acme.test`, address });
  }

  await expect(attempt((await makeAccount()).email)).resolves.toHaveProperty("sessionId");
});

test("nobody signs in without end with one password that they know", async () => {
  const { email } = await makeAccount();
  for (let time = 0; time < ADDRESS_ATTEMPTS + GIVEN_BACK; time++) await attempt(email);

  await expect(attempt(email)).rejects.toMatchObject({ code: "rate_limited" });
}, 60_000);

test("the sandbox's members are out as soon as the team has a real mailbox", async () => {
  const member = await makeAccount("sandbox");
  const { sessionId } = await attempt(member.email);
  expect(await find(sessionId)).not.toBeNull();

  const { id: workspaceId } = await makeWorkspace(world.db);
  await makeMailbox(world.db, { workspaceId, engine: "smtp" });

  expect(await find(sessionId)).toBeNull();
  await expect(attempt(member.email)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("the log keeps who came, went and was not let in, and from where, but never what was typed", async () => {
  const member = await makeAccount();
  const { sessionId } = await attempt(member.email, PASSWORD, "192.0.2.9");
  await endSession(deps(), sessionId);
  await endSession(deps(), sessionId);
  await attempt(member.email, "another password", "192.0.2.9").catch(() => undefined);
  const told = await world.db.select().from(events).where(eq(events.memberId, member.id)).orderBy(events.at, events.id);
  expect(told.map(({ kind, data }) => ({ kind, data }))).toEqual([
    { kind: "member.signed_in", data: { address: "192.0.2.9", by: "password" } },
    { kind: "member.signed_out", data: {} },
    { kind: "member.sign_in_refused", data: { address: "192.0.2.9", by: "password", reason: "mismatch" } },
  ]);

  await attempt("typed-in-the-wrong-field", "x", "192.0.2.10").catch(() => undefined);
  const all = await world.db.select().from(events).where(eq(events.kind, "member.sign_in_refused"));
  expect(all.find(({ data }) => data.address === "192.0.2.10")).toMatchObject({ memberId: null });
  expect(JSON.stringify(all)).not.toContain("typed-in-the-wrong-field");
});

test("what a session's windows hear ends with it, and with the first end alone", async () => {
  const member = await makeAccount();
  const { sessionId } = await attempt(member.email);
  const end = () => hearChanges(world.pool, member.workspaceId, () => endSession(deps(), sessionId));

  expect(await end()).toEqual([{ workspaceId: member.workspaceId, kind: "access", memberId: member.id }]);
  expect(await end()).toEqual([]);
});
