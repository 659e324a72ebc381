import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { categories, leads, threads } from "@/lib/db/schema";
import { contextOf, makeCampaign, makeLead, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listThreads } from "./list-threads";

const test_ = testDatabase();
let world: World;
let foreign: World;

beforeAll(async () => {
  world = await makeWorld(test_.db);
  foreign = await makeWorld(test_.db);
});

const as = (who: "member" | "manager") => contextOf(world[who], test_.db);
const ids = async (q: string, who: "member" | "manager" = "member") =>
  (await listThreads(as(who), { q })).rows.map(({ id }) => id);

type Input = Partial<Parameters<typeof makeThread>[1]>;
const add = async (input: Input = {}) => {
  const { workspaceId, mailbox, lead, campaign } = world;
  return (await makeThread(test_.db, { workspaceId, mailbox, lead, campaign, ...input })).thread.id;
};
const categoryOf = async (sentiment: "positive" | "negative") => {
  const values = { workspaceId: world.workspaceId, name: sentiment, kind: "none" as const, sentiment, position: 90 };
  return (await test_.db.insert(categories).values(values).returning())[0]!.id;
};
const letter = (text: string, more: object = {}) => ({ direction: "in" as const, text, ...more });

test("words may stand anywhere in a message, a phrase in its order, and accents and case do not matter", async () => {
  const id = await add({
    messages: [letter("Die Müller-Spedition zahlt “Pallet” rebates — jetzt.", { subject: "Ärger" })],
  });
  for (const q of [
    "muller",
    "MÜLLER spedition",
    "pallet reb",
    '"pallet rebates jetzt"',
    "arger",
    "Müll",
    "rebates muller ",
  ])
    expect(await ids(q), q).toEqual([id]);
  for (const q of ['"rebates pallet"', "pallets ", '"rebate"', "muller zeppelin"]) expect(await ids(q), q).toEqual([]);
});

test("a phrase does not run from one field into the next, and a phrase of a file's name is its name's", async () => {
  const id = await add({
    messages: [
      letter("an okapi table", {
        subject: "yonder kudu",
        from: { name: "Zelmira Koss", address: "zelmira@koss.test" },
        fileNames: "table of okapi.pdf",
      }),
    ],
  });
  expect(await ids('"yonder kudu"')).toEqual([id]);
  expect(await ids('"kudu zelmira"')).toEqual([]);
  expect(await ids('filename:"table of okapi"')).toEqual([id]);
  expect(await ids('filename:"okapi table"')).toEqual([]);
});

test("an excluded word stands in no message of a thread that is found", async () => {
  const open = await add({ messages: [letter("quokka invoice")] });
  const paid = await add({ messages: [letter("quokka invoice"), letter("it is settled")] });
  expect(await ids("quokka")).toEqual(expect.arrayContaining([open, paid]));
  expect(await ids("quokka -settled")).toEqual([open]);
  expect(await ids('quokka -"is settled"')).toEqual([open]);
  expect(await ids("-quokka")).not.toContain(open);
  expect(await ids("-quokka")).toContain(world.thread.id);
});

test("OR takes either, also between a word and a state", async () => {
  const [one, two] = [await add({ messages: [letter("wombat")] }), await add({ messages: [letter("numbat")] })];
  expect((await ids("wombat OR numbat")).toSorted((a, b) => a - b)).toEqual([one, two].toSorted((a, b) => a - b));
  const done = await add({ archivedAt: new Date(), messages: [letter("dugong")] });
  expect(await ids("wombat OR is:done")).toEqual(expect.arrayContaining([one, done]));
  expect(await ids("wombat OR is:done")).not.toContain(two);
});

test("from, to, subject and filename look into that field alone", async () => {
  const { name, address } = { name: "Defne Aksoy", address: "d.aksoy@egefrio.example.com" };
  const id = await add({
    messages: [
      letter("see the tariff", {
        fromName: name,
        fromAddress: address,
        subject: "Cold chain rates",
        cc: [{ name: "Owen Hart", address: "owen@fenmoor.test" }],
        fileNames: "rate-sheet.Q4.pdf",
        fileKinds: ["pdf"],
        hasAttachments: true,
      }),
    ],
  });
  const found = ["from:aksoy", "from:d.aksoy@ege", 'from:"Defne Aksoy"', "to:owen", "to:fenmoor.test", "subject:cold"];
  for (const q of [
    ...found,
    'subject:"chain rates"',
    "filename:sheet",
    "filename:rate-sheet.q4.pdf",
    "rate-sheet",
    "q4.pdf",
  ])
    expect(await ids(q), q).toEqual([id]);
  for (const q of [
    "from:owen",
    "to:aksoy",
    "subject:tariff",
    "filename:tariff",
    'from:"Aksoy Defne"',
    'subject:"rates chain"',
  ])
    expect(await ids(q), q).toEqual([]);
  expect(await ids("has:pdf")).toEqual([id]);
  expect(await ids("has:file cold")).toEqual([id]);
  expect(await ids("has:image")).toEqual([]);
  expect(await ids("tariff -has:file")).toEqual([]);
});

test("all that is asked of messages holds for one of them", async () => {
  const id = await add({ messages: [letter("platypus", { fromName: "Ida" }), letter("nothing", { fromName: "Oda" })] });
  expect(await ids("from:ida platypus")).toEqual([id]);
  expect(await ids("from:oda platypus")).toEqual([]);
});

test("a thread is found by its lead's company and name, as they are now", async () => {
  const { workspaceId, campaign } = world;
  const lead = await makeLead(test_.db, { workspaceId, campaign, company: "Zephyrine Kühlkette" });
  const id = await add({ lead, messages: [letter("the tern flies")] });
  expect(await ids("zephyrine")).toEqual([id]);
  expect(await ids("kuhlkette tern")).toEqual([id]);
  await test_.db.update(leads).set({ company: "Halcyon" }).where(eq(leads.id, lead.id));
  expect(await ids("halcyon tern")).toEqual([id]);
  expect(await ids("zephyrine")).toEqual([]);

  const stranger = await add({ lead: undefined as never, campaign: undefined as never, messages: [letter("gannet")] });
  expect(await ids("gannet halcyon")).toEqual([]);
  await test_.db.update(threads).set({ leadId: lead.id, kind: "lead" }).where(eq(threads.id, stranger));
  expect(await ids("gannet halcyon")).toEqual([stranger]);
});

test("is: asks how a thread stands", async () => {
  const word = "kakapo";
  const make = (input: Input) => add({ messages: [letter(word)], ...input });
  const waiting = await make({});
  const answered = await make({ messages: [letter(word), { direction: "out" }] });
  const silent = await make({ messages: [{ direction: "out", text: word }] });
  const done = await make({ archivedAt: new Date() });
  const starred = await make({ isImportant: true });
  const mine = await make({ assigneeId: world.member.id });
  const hers = await make({ assigneeId: world.manager.id });
  const later = await make({ nextReplyAt: new Date() });
  const failed = await make({ troubleCount: 1 });
  const read = await make({ messages: [letter(word, { readAt: new Date() })] });
  const away = await make({ messages: [letter(word, { isAutomatic: true })] });
  const keen = await make({ categoryId: await categoryOf("positive") });
  const cold = await make({ categoryId: await categoryOf("negative") });
  const bounced = await make({ messages: [letter(word, { bounces: [{ recipient: "x@y.test" }] as never })] });
  const all = [waiting, answered, silent, done, starred, mine, hers, later, failed, read, away, bounced, keen, cold];
  const but = (...left: number[]) => all.filter((id) => !left.includes(id));
  const expected: Record<string, number[]> = {
    answered: [answered],
    unanswered: but(answered, silent, away),
    done: [done],
    open: but(done),
    important: [starred],
    mine: [mine],
    assigned: [mine, hers],
    unassigned: but(mine, hers),
    scheduled: [later],
    failed: [failed],
    read: [silent, read],
    unread: but(silent, read),
    automatic: [away],
    bounced: [bounced],
    draft: [],
    positive: [keen],
    negative: [cold],
  };
  for (const [state, found] of Object.entries(expected)) {
    expect(
      (await ids(`is:${state} ${word}`)).toSorted((a, b) => a - b),
      state,
    ).toEqual(found.toSorted((a, b) => a - b));
    const others = all.filter((id) => !found.includes(id)).toSorted((a, b) => a - b);
    expect(
      (await ids(`${word} -is:${state}`)).toSorted((a, b) => a - b),
      `not ${state}`,
    ).toEqual(others);
  }
  expect(await ids(`in:done ${word}`)).toEqual([done]);
});

test("mailbox, campaign, category and assignee are known by a part of their names, each in its own workspace", async () => {
  const { workspaceId, mailbox } = world;
  const campaign = await makeCampaign(test_.db, { workspaceId, mailbox, name: "Nordic freight, Q4" });
  const id = await add({ campaign, assigneeId: world.manager.id, messages: [letter("axolotl")] });
  for (const q of [
    "campaign:nordic",
    'campaign:"freight, q4"',
    `campaign:${campaign.number}`,
    `mailbox:${mailbox.address}`,
  ])
    expect(await ids(`${q} axolotl`), q).toEqual([id]);
  expect(await ids("campaign:% axolotl")).toEqual([]);
  expect(await ids(`mailbox:${foreign.mailbox.address}`)).toEqual([]);
  expect(await ids("axolotl assignee:mia", "manager")).toEqual([id]);
  expect(await ids("axolotl assignee:me", "manager")).toEqual([id]);
  // By person only who may filter so; nothing says whether there is somebody of that name.
  expect(await ids("axolotl assignee:mia")).toEqual([]);
});

test("dates are days by the viewer's clock", async () => {
  const sentAt = new Date("2025-03-14T23:30:00Z");
  const id = await add({ lastMessageAt: sentAt, messages: [letter("ocelot", { sentAt })] });
  for (const q of ["on:2025-03-14", "before:2025-03-15", "after:2025-03-14", "on:2025-03", "on:2025", "before:2025-04"])
    expect(await ids(`ocelot ${q}`), q).toEqual([id]);
  for (const q of ["on:2025-03-15", "before:2025-03-14", "after:2025-03-15", "on:2024"])
    expect(await ids(`ocelot ${q}`), q).toEqual([]);
  expect(await ids("before:2025-06")).toEqual([id]);
  const berlin = { ...world.member, timeZone: "Europe/Berlin" };
  await test_.pool.query("update members set time_zone = 'Europe/Berlin' where id = $1", [berlin.id]);
  expect(await ids("ocelot on:2025-03-15")).toEqual([id]);
});

test("what is still being typed narrows nothing", async () => {
  const id = await add({ messages: [letter("narwhal")] });
  for (const q of ["narwhal is:un", "narwhal from:", "narwhal -", 'narwhal "', "narwhal before:2026-", "narwhal or"])
    expect(await ids(q), q).toEqual([id]);
});

test("nobody's threads but one's own are found", async () => {
  await makeThread(test_.db, { ...foreign, messages: [letter("capybara", { fromName: "Capy" })] });
  for (const q of ["capybara", "from:capy", "capybara OR from:capy", "-zzz capybara", "capybara OR is:draft"])
    expect(await ids(q), q).toEqual([]);
});
