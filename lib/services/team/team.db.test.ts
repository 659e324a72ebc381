import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { verifyPassword } from "@/lib/core/password";
import { categories, mailboxes, members, sandboxDeliveries, sessions, workspaces } from "@/lib/db/schema";
import { listDeliveries } from "@/lib/services/sandbox/list-deliveries";
import { findSandbox } from "@/lib/services/sandbox/find-sandbox";
import { contextOf, makeMailbox, makeMember, makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ensureAdmin } from "./ensure-admin";
import { setUpTeam } from "./set-up-team";

const test_ = testDatabase();
const INPUT = { workspaceName: "Kestrel", name: "Nia Rowe", email: "nia@kestrel.test", password: "a long enough one" };

beforeEach(async () => {
  // Everything of the last test is out of the way, without knowing what refers to what.
  await test_.pool.query("alter table events disable trigger events_are_not_emptied");
  await test_.pool.query("truncate workspaces, members cascade");
});

const sandboxWorld = () => makeWorld(test_.db, { kind: "sandbox", filledAt: new Date() });
const admins = () => test_.db.select().from(members).where(eq(members.email, INPUT.email));

test("the sandbox's admin makes the team, its categories and its first admin, once", async () => {
  const { admin } = await sandboxWorld();

  const [first, second] = await Promise.allSettled([
    setUpTeam(contextOf(admin, test_.db), INPUT),
    setUpTeam(contextOf(admin, test_.db), { ...INPUT, email: "other@kestrel.test" }),
  ]);

  const made = first.status === "fulfilled" ? first.value : second.status === "fulfilled" ? second.value : null;
  const refused = [first, second].filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
  expect(refused.map(({ reason }) => (reason as { reason: string }).reason)).toEqual(["already_set_up"]);
  expect(await test_.db.$count(workspaces, eq(workspaces.kind, "team"))).toBe(1);
  expect(await test_.db.$count(categories, eq(categories.workspaceId, made!.workspaceId))).toBe(9);
  expect(await test_.db.$count(members, and(eq(members.id, made!.memberId), eq(members.role, "admin")))).toBe(1);
});

test("nobody else may set up a team", async () => {
  const { member, manager } = await sandboxWorld();
  const real = await makeWorld(test_.db);

  for (const stranger of [member, manager, real.admin])
    await expect(setUpTeam(contextOf(stranger, test_.db), INPUT)).rejects.toMatchObject({ code: "forbidden" });
});

test("an address of the sandbox cannot be the team's", async () => {
  const { admin } = await sandboxWorld();

  const taken = setUpTeam(contextOf(admin, test_.db), { ...INPUT, email: admin.email.toUpperCase() });

  await expect(taken).rejects.toMatchObject({ code: "conflict", fields: [{ path: "email", reason: "email_taken" }] });
});

test("the admin of the environment is made, kept, and given a changed password, which ends their sessions", async () => {
  const given = { db: test_.db, email: INPUT.email, password: INPUT.password };

  expect(await ensureAdmin(given)).toBe("created");
  expect(await ensureAdmin(given)).toBe("unchanged");
  const memberId = (await admins())[0]!.id;
  await test_.db.insert(sessions).values({ memberId, expiresAt: new Date(Date.now() + 3_600_000) });
  expect(await ensureAdmin({ ...given, password: "quite another one" })).toBe("password_changed");
  const [session] = await test_.db.select().from(sessions).where(eq(sessions.memberId, memberId));
  expect(session!.endedAt).not.toBeNull();
  const [admin] = await admins();
  expect(admin).toMatchObject({ role: "admin" });
  expect(await verifyPassword(admin!.passwordHash!, "quite another one")).toBe(true);
});

test("the admin of the environment joins a team that is there", async () => {
  const { workspaceId } = await makeWorld(test_.db);

  expect(await ensureAdmin({ db: test_.db, email: INPUT.email, password: INPUT.password })).toBe("created");

  expect((await admins())[0]).toMatchObject({ workspaceId, role: "admin" });
});

test("the first real mailbox closes the sandbox, its deliveries too", async () => {
  const { workspaceId, member } = await sandboxWorld();
  await test_.db.insert(sandboxDeliveries).values({
    workspaceId,
    messageId: "one@acme.test",
    recipients: ["a@lead.test"],
    raw: Buffer.from("Subject: é\r\n\r\nhi"),
  });
  const context = contextOf(member, test_.db);

  const bare = await listDeliveries(context, { messageId: "one@acme.test" });
  const bracketed = await listDeliveries(context, { messageId: " <one@acme.test> " });
  const none = await listDeliveries(context, { messageId: "two@acme.test" });
  expect(bare.deliveries).toMatchObject([{ recipients: ["a@lead.test"], raw: "Subject: é\r\n\r\nhi" }]);
  expect([bracketed, none.deliveries]).toEqual([bare, []]);

  const [team] = await test_.db.insert(workspaces).values({ kind: "team", name: "Kestrel" }).returning();
  const outsider = await makeMember(test_.db, { workspaceId: team!.id });
  await expect(listDeliveries(contextOf(outsider, test_.db), {})).rejects.toMatchObject({ code: "not_found" });
  await makeMailbox(test_.db, { workspaceId: team!.id });
  expect(await test_.db.$count(mailboxes, eq(mailboxes.engine, "smtp"))).toBe(1);
  expect(await findSandbox(test_.db)).toBeNull();
  await expect(listDeliveries(context, {})).rejects.toMatchObject({ code: "not_found" });
});

test("deliveries come in pages, newest first", async () => {
  const { workspaceId, member } = await sandboxWorld();
  for (let index = 0; index < 5; index++)
    await test_.db.insert(sandboxDeliveries).values({
      workspaceId,
      messageId: `${index}@acme.test`,
      recipients: [],
      raw: Buffer.from(""),
      id: `0190000${index}-0000-7000-8000-000000000000`,
    });
  const context = contextOf(member, test_.db);

  const first = await listDeliveries(context, { limit: 3 });
  const rest = await listDeliveries(context, { limit: 3, before: first.next! });

  expect([...first.deliveries, ...rest.deliveries].map(({ messageId }) => messageId[0])).toEqual([
    "4",
    "3",
    "2",
    "1",
    "0",
  ]);
  expect(rest.next).toBeNull();
});
