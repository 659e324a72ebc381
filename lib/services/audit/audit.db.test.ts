import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, threads } from "@/lib/db/schema";
import { newId } from "@/lib/core/ids";
import { mergeThreads } from "@/lib/services/messages/merge-threads";
import { record } from "@/lib/services/record";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { undoTriage } from "@/lib/services/threads/undo-triage";
import { contextOf, makeMember, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { makeCategories } from "@/lib/testing/make-categories";
import { useTestDatabase } from "@/lib/testing/test-db";
import { exportEvents } from "./export-events";
import { listEvents } from "./list-events";

const test_ = useTestDatabase();
let world: World;
let admin: MemberRow;
const as = (member: MemberRow) => contextOf(member, test_.db);
const kindsOf = async (wanted = {}) => (await listEvents(as(admin), wanted)).entries.map(({ kind }) => kind);
const tell = (kind: string, at: string, values: Partial<typeof events.$inferInsert> = {}) =>
  test_.db.insert(events).values({ workspaceId: admin.workspaceId, kind, at: new Date(at), ...values });

beforeEach(async () => {
  world = await makeWorld(test_.db);
  admin = await makeMember(test_.db, {
    workspaceId: world.member.workspaceId,
    role: "admin",
    timeZone: "Europe/Berlin",
  });
});

test("nothing in the log can be changed, deleted or emptied, but a thread's number can when threads come together", async () => {
  await tell("thread.read", "2026-05-01T10:00:00Z", { threadId: world.thread.id });
  const own = eq(events.workspaceId, admin.workspaceId);
  const refused = expect.objectContaining({ message: "events are append-only" });
  await expect(test_.db.update(events).set({ kind: "thread.unread" }).where(own)).rejects.toMatchObject({
    cause: refused,
  });
  await expect(test_.db.update(events).set({ threadId: 5, memberId: admin.id }).where(own)).rejects.toMatchObject({
    cause: refused,
  });
  await expect(test_.db.delete(events).where(own)).rejects.toMatchObject({ cause: refused });
  await expect(test_.db.execute(sql`truncate events`)).rejects.toMatchObject({ cause: refused });
  expect(await kindsOf()).toEqual(["thread.read"]);

  const [other] = await test_.db.select().from(threads).where(eq(threads.id, world.thread.id));
  const { id: _id, ...copy } = other!;
  const [into] = await test_.db.insert(threads).values(copy).returning();
  await test_.db.transaction((tx) =>
    mergeThreads(tx, {
      workspaceId: admin.workspaceId,
      survivor: into!.id,
      others: [world.thread.id],
      contact: null,
    }),
  );
  expect(await kindsOf({ threadId: into!.id })).toEqual(["thread.read"]);
});

test("only admins read it, each only their own workspace's", async () => {
  await expect(listEvents(as(world.member), {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(listEvents(as(world.manager), {})).rejects.toMatchObject({ code: "forbidden" });
  const elsewhere = await makeWorld(test_.db);
  await record(test_.db, { workspaceId: elsewhere.member.workspaceId }, "mailbox.created");
  expect(await kindsOf()).toEqual([]);
});

test("it is narrowed by person, group, thread and the reader's own days", async () => {
  await tell("member.signed_in", "2026-05-01T21:59:59Z", { memberId: world.member.id });
  await tell("reply.sent", "2026-05-01T22:00:00Z", { threadId: world.thread.id, memberId: admin.id });
  await tell("category.added", "2026-05-02T21:59:59Z", { memberId: admin.id });
  await tell("thread.printed", "2026-05-02T22:00:00Z", { memberId: admin.id });

  expect(await kindsOf()).toEqual(["thread.printed", "category.added", "reply.sent", "member.signed_in"]);
  // 2 May in Berlin, from midnight to midnight.
  expect(await kindsOf({ from: "2026-05-02", to: "2026-05-02" })).toEqual(["category.added", "reply.sent"]);
  expect(await kindsOf({ memberId: world.member.id })).toEqual(["member.signed_in"]);
  expect(await kindsOf({ threadId: world.thread.id })).toEqual(["reply.sent"]);
  expect(await kindsOf({ group: "signIn" })).toEqual(["member.signed_in"]);
  expect(await kindsOf({ group: "export" })).toEqual(["thread.printed"]);
  expect(await kindsOf({ group: "settings" })).toEqual(["category.added"]);
  expect(await kindsOf({ group: "threads" })).toEqual([]);
});

test("pages follow each other without a gap or a double, also where many happened in one moment", async () => {
  for (let n = 0; n < 3; n++)
    await test_.db.execute(sql`
      insert into events (id, workspace_id, kind, data, at)
      select gen_random_uuid(), ${admin.workspaceId}, 'thread.read', jsonb_build_object('steps', ${n} * 40 + i),
        timestamptz '2026-05-01 10:00:00.000123Z' + (i % 3) * interval '1 microsecond'
      from generate_series(1, 40) i`);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(as(admin), cursor ? { cursor } : {});
    seen.push(...page.entries.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  await expect(listEvents(as(admin), { cursor: "x" })).rejects.toMatchObject({ code: "invalid" });
});

test("an entry shows closed words and names, never what people wrote or wrote to", async () => {
  const data = {
    reason: "auth",
    to: world.member.id,
    fields: ["firstName"],
    address: "ana@lead.test",
    kind: "words of the mail, quoted",
    role: "not a word!",
    body: "secret",
    other: newId(),
  };
  await tell("thread.attached", "2026-05-01T10:00:00Z", { data, memberId: admin.id, subjectId: world.member.id });
  const { entries } = await listEvents(as(admin), {});
  expect(entries).toMatchObject([{ person: admin.name, subject: world.member.name, address: null }]);
  expect(entries[0]!.facts).toEqual([
    { key: "reason", value: "auth" },
    { key: "to", value: world.member.name },
    { key: "fields", value: "firstName" },
  ]);
});

test("what a category was given for is not written into the log, and comes back with the undo all the same", async () => {
  const because = "words: I am very interested";
  const { interested } = await makeCategories(test_.db, admin.workspaceId);
  const isIt = eq(threads.id, world.thread.id);
  await test_.db.update(threads).set({ categorySource: "rule", categoryBecause: because }).where(isIt);
  const change = { kind: "category", categoryId: interested } as const;
  const { changed } = await triageThreads(as(admin), { threadIds: [world.thread.id], change });
  const rows = await test_.db.select().from(events).where(eq(events.kind, "thread.categorised"));
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("interested");

  await undoTriage(as(admin), { kind: "category", items: changed as never });
  const [thread] = await test_.db.select().from(threads).where(isIt);
  expect(thread).toMatchObject({ categorySource: "rule", categoryBecause: because });
});

test("the CSV holds everything that is looked for, guards against formulas, and says that it was taken", async () => {
  const eve = await makeMember(test_.db, { workspaceId: admin.workspaceId, name: '=HYPERLINK("x")' });
  await tell("member.signed_in", "2026-05-01T10:00:00Z", {
    memberId: eve.id,
    data: { address: "192.0.2.7", by: "oidc" },
  });
  for (let n = 0; n < 3; n++)
    await test_.db.execute(sql`
      insert into events (id, workspace_id, kind, at)
      select gen_random_uuid(), ${admin.workspaceId}, 'thread.read', timestamptz '2026-04-01 10:00Z' - i * interval '1 hour'
      from generate_series(1, 400) i`);
  const words = {
    head: ["Time"],
    said: ({ kind }: { kind: string }) => `said ${kind}`,
    fact: ({ value }: { value: string }) => `by ${value}`,
  };

  const bytes = await new Response(await exportEvents(as(admin), {}, words)).arrayBuffer();
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\r\n");
  expect(lines).toHaveLength(1 + 1 + 1 + 1200 + 1);
  expect(lines[0]).toBe("\uFEFFTime");
  expect(lines[1]).toContain(`${admin.name},said audit.exported`);
  expect(lines[2]).toBe(
    `2026-05-01T10:00:00.000Z,"'=HYPERLINK(""x"")",said member.signed_in,member.signed_in,,,,192.0.2.7,by oidc,by=oidc`,
  );
  await expect(exportEvents(as(world.member), {}, words)).rejects.toMatchObject({ code: "forbidden" });
});
