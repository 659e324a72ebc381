import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, leads, messages, threads } from "@/lib/db/schema";
import { listTimeline } from "@/lib/services/threads/list-timeline";
import { listThreads } from "@/lib/services/threads/list-threads";
import { ListThreadsInput } from "@/lib/services/threads/schemas";
import { getThread } from "@/lib/services/threads/get-thread";
import {
  contextOf,
  makeLead,
  makeMember,
  makeMessage,
  makeThread,
  makeWorld,
  type World,
} from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { UpdateLeadInput } from "./schemas";
import { updateLead } from "./update-lead";

const test_ = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const ctx = () => contextOf(world.member, test_.db);
const update = (input: Omit<UpdateLeadInput, "threadId">) =>
  updateLead(ctx(), UpdateLeadInput.parse({ threadId: world.thread.id, ...input }));
const leadNow = async () => (await test_.db.select().from(leads).where(eq(leads.id, world.lead.id)))[0]!;
const clock = async () => (await getThread(ctx(), { threadId: world.thread.id })).clock;

test("what is named changes, all else stays, and the history has names and no texts", async () => {
  await update({ fields: { company: " Berg & Co ", title: "Head of ice" }, custom: { Plan: "pro", Fleet: "12" } });
  const { changed } = await update({ fields: { company: "Berg & Co", website: "berg.test" }, custom: { Plan: "" } });

  expect(changed).toEqual(["website", "custom:Plan"]);
  expect(await leadNow()).toMatchObject({
    firstName: "Ana",
    company: "Berg & Co",
    title: "Head of ice",
    website: "berg.test",
    customFields: { Fleet: "12" },
  });
  const told = await test_.db.select().from(events).where(eq(events.kind, "lead.changed"));
  expect(told.map(({ data }) => data)).toEqual([
    { fields: ["company", "title", "custom:Plan", "custom:Fleet"] },
    { fields: ["website", "custom:Plan"] },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/Berg|ice|pro/);
});

test("a new name stands in all lists, in the search and on the lead's other threads", async () => {
  const { workspaceId, mailbox, campaign, lead } = world;
  const other = await makeThread(test_.db, { workspaceId, mailbox, campaign, lead });
  const names = async (q: string) =>
    (await listThreads(ctx(), ListThreadsInput.parse({ view: "all", q }))).rows.map(({ name }) => name);

  await update({ fields: { firstName: "Zdenka" } });
  expect(await names("zdenka")).toEqual(["Zdenka Berg", "Zdenka Berg"]);
  await update({ fields: { firstName: "", lastName: "" } });
  expect((await getThread(ctx(), { threadId: other.thread.id })).contact).toEqual({ name: "", address: lead.email });
  const rows = await test_.db.select().from(threads).where(eq(threads.leadId, lead.id));
  expect(rows.map(({ contactName }) => contactName)).toEqual(["", ""]);
});

test("the timeline of each of the lead's threads says who changed what", async () => {
  const { workspaceId, mailbox, campaign, lead, member } = world;
  const other = await makeThread(test_.db, { workspaceId, mailbox, campaign, lead });
  await update({ fields: { timeZone: "Asia/Tokyo" } });

  for (const threadId of [world.thread.id, other.thread.id])
    expect((await listTimeline(ctx(), { threadId })).entries[0]).toMatchObject({
      kind: "lead_changed",
      by: { id: member.id },
      fields: ["timeZone"],
    });
});

test("the clock is the one a person chose; taken away, the phone and then the last message tell", async () => {
  const { member, mailbox, messages: written } = world;
  await test_.db
    .update(messages)
    .set({ sentOffset: 180, fromAddress: world.lead.email })
    .where(eq(messages.id, written.at(-1)!.id));
  await makeMessage(test_.db, { thread: world.thread, mailbox }, { sentOffset: -600, isAutomatic: true }, written);

  expect(await clock()).toMatchObject({ zone: "+03:00", why: "date", certainty: "likely", by: null });
  await update({ fields: { phone: "0049 30 901820" } });
  expect(await clock()).toMatchObject({ zone: "Europe/Berlin", why: "phone", country: "DE", certainty: "guess" });
  await test_.db.update(leads).set({ timeZone: "Europe/Oslo" }).where(eq(leads.id, world.lead.id));
  expect(await clock()).toMatchObject({ zone: "Europe/Oslo", why: "record" });
  await update({ fields: { timeZone: "Asia/Tokyo" } });
  expect(await clock()).toMatchObject({ zone: "Asia/Tokyo", why: "person", by: { id: member.id, name: "Sam Reed" } });
  await update({ fields: { timeZone: "" } });
  expect(await clock()).toMatchObject({ why: "phone" });
});

test("the country is the one a person wrote, by name or code; without it place, phone and zone tell", async () => {
  const country = async () => (await getThread(ctx(), { threadId: world.thread.id })).country;

  expect(await country()).toBeNull();
  await update({ fields: { timeZone: "Asia/Kathmandu" } });
  expect(await country()).toMatchObject({ country: "NP", why: "zone", certainty: "likely" });
  await update({ fields: { phone: "+44 20 7946 0123" } });
  expect(await country()).toMatchObject({ country: "GB", why: "phone", certainty: "guess" });
  await test_.db.update(leads).set({ country: "NO" }).where(eq(leads.id, world.lead.id));
  expect(await country()).toMatchObject({ country: "NO", why: "record", by: null });
  await update({ fields: { country: "polen" } });
  expect((await leadNow()).country).toBe("PL");
  expect(await country()).toMatchObject({ country: "PL", why: "person", by: { id: world.member.id } });
  await update({ fields: { country: "" } });
  expect((await leadNow()).country).toBeNull();
});

test("who is no member of the workspace finds no thread, and a stranger's thread has no lead to change", async () => {
  const foreign = await makeWorld(test_.db);
  const stranger = await makeThread(test_.db, { workspaceId: world.workspaceId, mailbox: world.mailbox });
  const input = { fields: { company: "Ours now" } };

  await expect(
    updateLead(contextOf(foreign.admin, test_.db), { threadId: world.thread.id, ...input }),
  ).rejects.toMatchObject({ code: "not_found" });
  await expect(updateLead(ctx(), { threadId: stranger.thread.id, ...input })).rejects.toMatchObject({
    code: "unprocessable",
    reason: "stranger",
  });
  expect((await leadNow()).company).toBe("");
});

test("two people who change different fields at once lose nothing", async () => {
  const colleague = contextOf(await makeMember(test_.db, { workspaceId: world.workspaceId }), test_.db);
  const { id: threadId } = world.thread;

  await Promise.all([
    updateLead(ctx(), { threadId, custom: { A: "1" } }),
    updateLead(colleague, { threadId, custom: { B: "2" } }),
    updateLead(colleague, { threadId, fields: { title: "Cook" } }),
  ]);

  expect(await leadNow()).toMatchObject({ title: "Cook", customFields: { A: "1", B: "2" } });
});

test("a change is taken back to what stood there before, and not over what somebody has written since", async () => {
  await update({ fields: { country: "Poland", company: "Berg" }, custom: { Plan: "pro" } });
  const wanted = { fields: { country: "", company: "Berg & Co" }, custom: { Plan: "", Fleet: "12" } };
  const { before } = await update(wanted);
  expect(before).toEqual({ fields: { country: "PL", company: "Berg" }, custom: { Plan: "pro", Fleet: "" } });

  await update({ ...before, still: wanted });
  expect(await leadNow()).toMatchObject({ country: "PL", company: "Berg", customFields: { Plan: "pro" } });
  expect((await leadNow()).customFields).not.toHaveProperty("Fleet");

  await update({ fields: { company: "Berg & Co" } });
  await update({ fields: { company: "Berg and daughters" } });
  const takeBack = update({ fields: { company: "Berg" }, still: { fields: { company: "Berg & Co" } } });
  await expect(takeBack).rejects.toMatchObject({ code: "conflict", reason: "changed_since" });
  await expect(update({ custom: { Plan: "" }, still: { custom: { Plan: "free" } } })).rejects.toMatchObject({
    reason: "changed_since",
  });
  expect(await leadNow()).toMatchObject({ company: "Berg and daughters", customFields: { Plan: "pro" } });
});

test.each([
  [{ fields: { email: "new@lead.test" } }],
  [{ fields: { timeZone: "+03:00" } }],
  [{ fields: { timeZone: "Moon/Sea" } }],
  [{ fields: { country: "Atlantis" } }],
  [{ fields: { firstName: "Ana\r\nBcc: x@y.test" } }],
  [{ fields: { company: "x".repeat(301) } }],
  [{ custom: { "": "x" } }],
  [{ custom: { constructor: "x" } }],
  [{ custom: { Plan: "a\0b" } }],
  [{ unsubscribedAt: null }],
  [{}],
])("what is no field, or does not fit into it, is refused: %j", (input) => {
  expect(UpdateLeadInput.safeParse({ threadId: 1, ...input }).success).toBe(false);
});

test("a lead has no more fields of its own than a person can look through", async () => {
  const { workspaceId, mailbox } = world;
  const full = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`F${index}`, "x"]));
  const lead = await makeLead(test_.db, { workspaceId, customFields: full });
  const { thread } = await makeThread(test_.db, { workspaceId, mailbox, lead });

  await expect(updateLead(ctx(), { threadId: thread.id, custom: { More: "x" } })).rejects.toMatchObject({
    reason: "too_many_fields",
  });
  await updateLead(ctx(), { threadId: thread.id, custom: { F0: "", More: "x" } });
});
