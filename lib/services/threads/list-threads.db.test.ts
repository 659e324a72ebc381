import { beforeAll, expect, test } from "vitest";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listThreads } from "./list-threads";
import { triageThreads } from "./triage-threads";

const test_ = testDatabase();
let world: World;
let foreign: World;

beforeAll(async () => {
  world = await makeWorld(test_.db);
  foreign = await makeWorld(test_.db);
});

const ctx = () => contextOf(world.member, test_.db);
const ids = async (input: Parameters<typeof listThreads>[1]) =>
  (await listThreads(ctx(), input)).rows.map(({ id }) => id);

const add = (input: Partial<Parameters<typeof makeThread>[1]> = {}) => {
  const { workspaceId, mailbox, lead, campaign } = world;
  return makeThread(test_.db, { workspaceId, mailbox, lead, campaign, ...input });
};

test("the inbox holds what waits for an answer, and no one else's", async () => {
  const answered = await add({ messages: [{ direction: "in" }, { direction: "out" }] });
  const waiting = await add();
  const shown = await ids({});
  expect(shown).toContain(waiting.thread.id);
  expect(shown).not.toContain(answered.thread.id);
  expect(shown).not.toContain(foreign.thread.id);
  expect(await ids({ view: "all" })).toContain(answered.thread.id);
});

test("done, untracked, mine and unassigned each show their own", async () => {
  const done = (await add()).thread.id;
  await triageThreads(ctx(), { threadIds: [done], change: { kind: "done", on: true } });
  const mine = (await add({ assigneeId: world.member.id })).thread.id;
  const { workspaceId, mailbox } = world;
  const stranger = (await makeThread(test_.db, { workspaceId, mailbox })).thread.id;

  expect(await ids({ view: "done" })).toEqual([done]);
  expect(await ids({ view: "mine" })).toEqual([mine]);
  expect(await ids({ view: "untracked" })).toEqual([stranger]);
  const unassigned = await ids({ view: "unassigned" });
  expect(unassigned).not.toContain(mine);
  expect(unassigned).not.toContain(done);
  expect(unassigned).not.toContain(stranger);
});

test("pages follow each other without a gap or a repeat, also among rows of one instant", async () => {
  const { workspaceId, mailbox, member } = await makeWorld(test_.db);
  // Microseconds that a JavaScript date cannot hold must not make the next page begin too early or too late.
  for (const lastMessageAt of ["10:00:00.000001", "10:00:00.000001", "10:00:00.000002", "10:00:00.000002", "10:00:01"])
    await test_.pool.query(
      "insert into threads (workspace_id, kind, mailbox_id, last_message_at, last_direction) values ($1, 'lead', $2, $3, 'in')",
      [workspaceId, mailbox.id, `2026-11-19 ${lastMessageAt}+00`],
    );
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await listThreads(contextOf(member, test_.db), {
      view: "all",
      limit: 2,
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...page.rows.map(({ id }) => id));
    const last = page.rows.at(-1)!;
    expect(page.end).toEqual(page.nextCursor ? { id: last.id, listedAt: last.listedAt } : null);
    cursor = page.nextCursor;
  } while (cursor);
  const all = (await listThreads(contextOf(member, test_.db), { view: "all" })).rows.map(({ id }) => id);
  expect(all).toHaveLength(6);
  expect(seen).toEqual(all);
});

test.each(["x' or 1=1", "1 9999-99-99 99:99:99+00", "1 2026-02-30 10:00:00+00", "1 999999-01-01 00:00:00+00"])(
  "a cursor that was not made here is refused as a field: %s",
  async (text) => {
    for (const cursor of [text, Buffer.from(text).toString("base64url")])
      await expect(listThreads(ctx(), { cursor })).rejects.toMatchObject({
        code: "invalid",
        fields: [{ path: "cursor" }],
      });
  },
);

test("filters narrow the list, and only a manager filters by another person", async () => {
  const { campaign, mailbox, thread } = world;
  expect(await ids({ view: "all", campaign: campaign.number })).toContain(thread.id);
  expect(await ids({ view: "all", campaign: foreign.campaign.number })).toEqual([]);
  expect(await ids({ view: "all", mailboxId: foreign.mailbox.id })).toEqual([]);
  expect(await ids({ view: "all", mailboxId: mailbox.id })).toContain(thread.id);

  await expect(listThreads(ctx(), { assigneeId: world.manager.id })).rejects.toMatchObject({ code: "forbidden" });
  const byManager = await listThreads(contextOf(world.manager, test_.db), { view: "all", assigneeId: world.member.id });
  expect(byManager.rows.map(({ assignee }) => assignee?.id)).toEqual([world.member.id]);
});

test("search finds words, the beginning of the last one, and addresses whole or in part", async () => {
  const { workspaceId, mailbox } = world;
  const stranger = { name: "Defne Aksoy", address: "d.aksoy@egefrio.example.com" };
  const found = (
    await makeThread(test_.db, {
      workspaceId,
      mailbox,
      stranger,
      messages: [{ direction: "in", text: "We have thirty-one carriers and a pallet rebate." }],
    })
  ).thread.id;
  for (const q of [
    "pallet rebate",
    "rebate pall",
    '"pallet rebate"',
    "aksoy",
    "d.aksoy@egefrio.example.com",
    "d.aksoy@ege",
    "egefrio",
    "egefrio.example.com",
    "carriers -invoice",
  ])
    expect(await ids({ q }), q).toEqual([found]);
  for (const q of ['"rebate pallet"', "carriers -pallet", "palletx", "'", "&|!", ":*", "\\"])
    expect(await ids({ q }), q).toEqual([]);
});

test("a search for what no message can hold finds nothing, and is no failure", async () => {
  expect(await ids({ q: "zebra\0crossing" })).toEqual([]);
});

test("an address that was only written to is found as well", async () => {
  const sent = await add({ messages: [{ direction: "out", to: [{ name: "Owen", address: "owen@fenmoor.test" }] }] });
  expect(await ids({ q: "owen@fenmoor.test" })).toEqual([sent.thread.id]);
  expect(await ids({ q: "fenmoor" })).toEqual([sent.thread.id]);
});

test("a search in a view stays in it, and finds no one else's", async () => {
  const own = await add({ messages: [{ direction: "in", text: "zeppelin" }] });
  await makeThread(test_.db, { ...foreign, messages: [{ direction: "in", text: "zeppelin" }] });
  expect(await ids({ q: "zeppelin" })).toEqual([own.thread.id]);
  expect(await ids({ q: "zeppelin", view: "done" })).toEqual([]);
});

test("a row says who, what and where it stands", async () => {
  const [row] = (await listThreads(ctx(), { view: "all", campaign: world.campaign.number, limit: 1 })).rows;
  expect(row).toMatchObject({
    name: "Ana Berg",
    campaign: { number: world.campaign.number, name: "Spring" },
    mailbox: { address: world.mailbox.address, colour: 1 },
    lastDirection: expect.stringMatching(/^(in|out)$/) as unknown,
  });
});
