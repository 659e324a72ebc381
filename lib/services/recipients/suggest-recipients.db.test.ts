import { drizzle } from "drizzle-orm/node-postgres";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import * as schema from "@/lib/db/schema";
import {
  contextOf,
  makeLead,
  makeMailbox,
  makeMember,
  makeThread,
  makeWorld,
  type World,
} from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { SuggestRecipientsInput } from "./schemas";
import { suggestRecipients } from "./suggest-recipients";

const test_ = testDatabase();
let world: World;
let other: World;

beforeAll(async () => {
  const { db } = test_;
  world = await makeWorld(db);
  other = await makeWorld(db);
  const { workspaceId, mailbox } = world;
  await makeLead(db, {
    workspaceId,
    email: "joanna@kowalik.test",
    firstName: "Joanna",
    lastName: "Kowalik",
    company: "Pohja",
  });
  await makeLead(db, {
    workspaceId,
    email: "j.oduya@pohja.test",
    firstName: "Ömer",
    lastName: "Jo_han",
    company: "Pohja",
  });
  await makeLead(db, { workspaceId, email: "joe.gone@lead.test", firstName: "Joe", unsubscribedAt: new Date() });
  await makeLead(db, { workspaceId: other.workspaceId, email: "joanna@foreign.test", firstName: "Joanna" });
  await makeMailbox(db, { workspaceId, address: "jo-box@acme.test" });
  await makeMember(db, { workspaceId, name: "Jonas Pell", email: "jonas@acme.test" });
  await makeMember(db, { workspaceId, name: "Jon Left", email: "left@acme.test", deactivatedAt: new Date() });
  await makeThread(db, {
    workspaceId,
    mailbox,
    stranger: { name: "Joke Visser", address: "Joke@Strangers.test" },
    messages: [
      { direction: "in", fromName: "J. Visser" },
      { direction: "in", fromName: "Joke Visser" },
    ],
  });
  const machine = { name: "No reply", address: "no-reply@tools.test" };
  await makeThread(db, { workspaceId, mailbox, stranger: machine });
  await makeThread(db, {
    workspaceId: other.workspaceId,
    mailbox: other.mailbox,
    stranger: { name: "Jo", address: "jo@foreign.test" },
  });
});

const suggested = async (q: string, threadId?: number) =>
  (await suggestRecipients(contextOf(world.member, test_.db), { q, ...(threadId ? { threadId } : {}) })).suggestions;
const addresses = async (q: string, threadId?: number) => (await suggested(q, threadId)).map(({ address }) => address);

describe("who is meant", () => {
  test("leads come before past correspondents and our own people, each once and by the newest name", async () => {
    expect(await suggested("jo")).toEqual([
      { name: "Joanna Kowalik", address: "joanna@kowalik.test", from: "lead", note: "Pohja" },
      { name: "Ömer Jo_han", address: "j.oduya@pohja.test", from: "lead", note: "Pohja" },
      { name: "Joke Visser", address: "joke@strangers.test", from: "history", note: "" },
      { name: "Jonas Pell", address: "jonas@acme.test", from: "team", note: "" },
    ]);
  });

  test("people of the thread come first, with what is known of them as leads", async () => {
    const lead = await makeLead(test_.db, {
      workspaceId: world.workspaceId,
      firstName: "Zora",
      email: "zora@lead.test",
      company: "Zeta",
    });
    const cc = [{ name: "Zack Late", address: "zack@lead.test" }];
    const { thread } = await makeThread(test_.db, {
      ...world,
      lead,
      messages: [{ direction: "in", cc, fromName: "Z." }],
    });

    expect((await suggested("z", thread.id)).map(({ name, from, note }) => [name, from, note])).toEqual([
      ["Zora Berg", "thread", "Zeta"],
      ["Zack Late", "thread", ""],
    ]);
    expect(await addresses("zack")).toEqual([]);
  });

  test("a name, a surname, a company, an address and a domain are found by their beginning", async () => {
    expect(await addresses("joanna kow")).toEqual(["joanna@kowalik.test"]);
    expect(await addresses("KOWAL")).toEqual(["joanna@kowalik.test"]);
    expect(await addresses("pohja")).toEqual(["joanna@kowalik.test", "j.oduya@pohja.test"]);
    expect(await addresses("j.od")).toEqual(["j.oduya@pohja.test"]);
    expect(await addresses("@pohja.t")).toEqual(["j.oduya@pohja.test"]);
    expect(await addresses("öm")).toEqual(["j.oduya@pohja.test"]);
  });
});

describe("who is left out", () => {
  test("machines crowd nobody out", async () => {
    const { workspaceId, mailbox } = world;
    for (let at = 10; at < 40; at++) {
      const stranger = { name: "Robot", address: `no-reply+${at}@robots.test` };
      await makeThread(test_.db, { workspaceId, mailbox, stranger });
    }
    await makeThread(test_.db, { workspaceId, mailbox, stranger: { name: "Nora", address: "nora@strangers.test" } });
    expect(await addresses("no")).toEqual(["nora@strangers.test"]);
  });

  test("other workspaces, own mailboxes, machines, who left and who wants no mail", async () => {
    const found = await addresses("jo");
    for (const address of [
      "joanna@foreign.test",
      "jo@foreign.test",
      "jo-box@acme.test",
      "left@acme.test",
      "joe.gone@lead.test",
    ])
      expect(found).not.toContain(address);
    expect(await addresses("no-re")).toEqual([]);
    expect(await addresses(world.mailbox.address)).toEqual([]);
  });

  test("a thread of another workspace names nobody", async () => {
    expect(await addresses("ana", other.thread.id)).not.toContain(other.lead.email);
  });

  test("signs that are wildcards elsewhere mean themselves", async () => {
    for (const q of ["%", "_", "j_anna", "%jo", "\\", "'; drop table leads; --"])
      expect(await addresses(q), q).toEqual([]);
    expect(await addresses("jo_h")).toEqual(["j.oduya@pohja.test"]);
  });

  test("nothing typed and more than anybody types are refused before the database is asked", () => {
    for (const q of ["", "  ", "\0", "a".repeat(201)])
      expect(SuggestRecipientsInput.safeParse({ q }).success, q).toBe(false);
    expect(SuggestRecipientsInput.parse({ q: " jo\0 ", threadId: "7" })).toEqual({ q: "jo", threadId: 7 });
  });
});

describe("in 40,000 messages of 20,000 people", () => {
  const asked: { sql: string; params: unknown[] }[] = [];

  beforeAll(async () => {
    const { workspaceId, mailbox } = world;
    await test_.pool.query(
      `insert into leads (id, workspace_id, email, first_name, last_name, company)
       select gen_random_uuid(), $1, 'lead' || n || '@firm' || n % 500 || '.test', 'Pat' || n % 900, 'Quill' || n, 'Firm ' || n % 500
       from generate_series(1, 20000) n`,
      [workspaceId],
    );
    await test_.pool.query(
      `insert into messages (id, workspace_id, thread_id, mailbox_id, direction, message_id, stats_id, from_name, from_address, subject, sent_at, first_seen_at)
       select gen_random_uuid(), $1, $2, $3, 'in', n || '@bulk.test', n, 'Person ' || n % 20000, 'person' || n % 20000 || '@many.test', 'Rates', now(), now() - n * interval '1 minute'
       from generate_series(1, 40000) n`,
      [workspaceId, world.thread.id, mailbox.id],
    );
    await test_.pool.query("vacuum analyze");
  }, 180_000);

  test("each part is read from its index, and one letter costs no more than a word", async () => {
    const logger = { logQuery: (sql: string, params: unknown[]) => void asked.push({ sql, params }) };
    const ctx = contextOf(world.member, drizzle(test_.pool, { schema, logger }) as Database);
    for (const q of ["p", "person1", "pat1", "firm"]) {
      asked.length = 0;
      expect((await suggestRecipients(ctx, { q })).suggestions).toHaveLength(8);
      for (const { sql, params } of asked.filter(({ sql: text }) => /collate "C"/.test(text))) {
        const { rows } = await test_.pool.query<{ "QUERY PLAN": string }>({
          text: `explain (analyze, buffers, timing off) ${sql}`,
          values: params,
        });
        const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
        expect(plan).not.toMatch(/Seq Scan on (leads|messages)/);
        expect(plan).toMatch(/leads_by_|messages_by_sender/);
        expect(Math.max(...[...plan.matchAll(/shared hit=(\d+)/g)].map(([, hits]) => Number(hits)))).toBeLessThan(500);
      }
    }
  });
});
