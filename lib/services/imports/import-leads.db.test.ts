import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { campaignLeads, campaigns, leads } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { updateLead } from "@/lib/services/leads/update-lead";
import {
  contextOf,
  makeCampaign,
  makeLead,
  makeMailbox,
  makeThread,
  makeWorld,
  type World,
} from "@/lib/testing/factories";
import { bytes, check, write } from "@/lib/testing/table-imports";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const database = testDatabase();
let world: World;
let admin: Context;
beforeEach(async () => {
  world = await makeWorld(database.db);
  admin = contextOf(world.admin, database.db);
});

const leadOf = async (email: string) =>
  (
    await database.db
      .select()
      .from(leads)
      .where(and(eq(leads.workspaceId, world.workspaceId), eq(leads.email, email)))
  )[0];
const countLeads = () => database.db.$count(leads, eq(leads.workspaceId, world.workspaceId));

describe("leads", () => {
  const TABLE = bytes(
    "E-mail;First name;Surname;Company;Time zone;Campaign;LinkedIn",
    "ewa@lisowska.test;Ewa;Lisowska;Lisowska & Co;Europe/Warsaw;Nordic freight|Spring 27;linkedin.test/ewa",
    "HUGO@staaf.test;Hugo;;=1+1;;;",
  );

  test("are counted in a file of which nobody can tell yet which column holds the address", async () => {
    const report = await check(admin, bytes("who,where\nana@lead.test,Lisbon\n"), { kind: "leads" });

    expect(report).toMatchObject({ missing: ["email"], rows: 1, counts: { new: 0, wrong: 0 } });
  });

  test("are read with their own fields and campaigns, new campaigns are made, and the same table again changes nothing", async () => {
    const nordic = await makeCampaign(database.db, { workspaceId: world.workspaceId, name: "Nordic freight" });
    const report = await check(admin, TABLE, { kind: "leads" });
    const before = await countLeads();
    const first = await write(admin, TABLE, { kind: "leads" });
    const second = await write(admin, TABLE, { kind: "leads" });

    expect(before).toBe(1);
    expect(report).toMatchObject({
      delimiter: ";",
      columns: ["email", "firstName", "lastName", "company", "timeZone", "campaigns", "linkedin"],
      counts: { new: 2, update: 0, same: 0, wrong: 0 },
      newCampaigns: ["Spring 27"],
    });
    expect(first).toEqual({ kind: "leads", counts: { new: 2, update: 0, same: 0, wrong: 0 }, newCampaigns: 1 });
    expect(second).toEqual({ kind: "leads", counts: { new: 0, update: 0, same: 2, wrong: 0 }, newCampaigns: 0 });
    const ewa = await leadOf("ewa@lisowska.test");
    expect(ewa).toMatchObject({
      firstName: "Ewa",
      timeZone: "Europe/Warsaw",
      linkedin: "linkedin.test/ewa",
    });
    expect(await leadOf("hugo@staaf.test")).toMatchObject({ lastName: "", company: "=1+1", timeZone: null });
    const of = await database.db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaignLeads)
      .innerJoin(campaigns, eq(campaigns.id, campaignLeads.campaignId))
      .where(eq(campaignLeads.leadId, ewa!.id))
      .orderBy(asc(campaigns.name));
    expect(of).toEqual([
      { id: nordic.id, name: "Nordic freight" },
      { id: expect.any(String), name: "Spring 27" },
    ]);
  });

  test("that are known keep what a row leaves empty, and what else is known of them", async () => {
    const { workspaceId } = world;
    await makeLead(database.db, {
      workspaceId,
      email: "Ana@lead.test",
      phone: "+44 1",
      customFields: { Plan: "pro" },
      unsubscribedAt: new Date(0),
    });

    const result = await write(admin, bytes("email,first,phone,City", "ana@LEAD.test,Anna,,Oslo"), { kind: "leads" });

    expect(result.counts).toMatchObject({ new: 0, update: 1 });
    expect(await leadOf("ana@lead.test")).toMatchObject({
      firstName: "Anna",
      lastName: "Berg",
      phone: "+44 1",
      customFields: { Plan: "pro", City: "Oslo" },
      unsubscribedAt: new Date(0),
    });
  });

  test("that a person gave a time zone or a country keep it, whatever a table says", async () => {
    const { workspaceId, mailbox } = world;
    const lead = await makeLead(database.db, { workspaceId, email: "ana@zones.test" });
    const { thread } = await makeThread(database.db, { workspaceId, mailbox, lead });
    await updateLead(admin, { threadId: thread.id, fields: { timeZone: "Asia/Tokyo", country: "JP" } });

    await write(admin, bytes("email,tz,Country", "ana@zones.test,Europe/Oslo,norge"), { kind: "leads" });
    expect(await leadOf("ana@zones.test")).toMatchObject({ timeZone: "Asia/Tokyo", country: "JP" });
    await updateLead(admin, { threadId: thread.id, fields: { timeZone: "", country: "" } });
    await write(admin, bytes("email,tz,location,land", "ana@zones.test,Europe/Oslo,Bergen,norge"), { kind: "leads" });
    expect(await leadOf("ana@zones.test")).toMatchObject({
      timeZone: "Europe/Oslo",
      location: "Bergen",
      country: "NO",
    });
    const { wrong } = await check(admin, bytes("email,land", "ana@zones.test,Atlantis"), { kind: "leads" });
    expect(wrong[0]?.problems).toEqual([{ column: 1, reason: "country" }]);
  });

  const WRONG = bytes(
    "mail,name,tz,campaign",
    "good@lead.test,Gwen Good,,",
    "ewa@lisowska,comma@x,,",
    ",Nobody,,",
    "nadia@rhodopa.test,,EET+2,",
    "good@LEAD.test,Again,,",
    "box@acme.test,Own,,",
    "ida@lead.test,Ida,,4711",
    "far@lead.test,Far,,,more",
  );

  test("say in which line and column what is wrong, and nothing at all is written unless that was seen", async () => {
    await makeMailbox(database.db, { workspaceId: world.workspaceId, address: "box@acme.test" });
    const report = await check(admin, WRONG, { kind: "leads" });
    const before = await countLeads();

    expect(report.counts).toEqual({ new: 1, update: 0, same: 0, wrong: 7 });
    expect(report.wrong.map(({ line, problems }) => [line, problems])).toEqual([
      [3, [{ column: 0, reason: "address" }]],
      [4, [{ column: 0, reason: "required" }]],
      [5, [{ column: 2, reason: "time_zone" }]],
      [6, [{ column: 0, reason: "same_as_line", values: { line: 2 } }]],
      [7, [{ column: 0, reason: "own_mailbox" }]],
      [8, [{ column: 3, reason: "unknown_campaign", values: { campaign: "4711" } }]],
      [9, [{ column: null, reason: "too_many_cells" }]],
    ]);
    for (const leaveOut of [0, 6])
      await expect(write(admin, WRONG, { kind: "leads", leaveOut })).rejects.toMatchObject({
        code: "unprocessable",
        reason: "import_wrong_rows",
      });
    expect(await countLeads()).toBe(before);
    expect((await write(admin, WRONG, { kind: "leads", leaveOut: 7 })).counts).toMatchObject({ new: 1, wrong: 7 });
    expect(await leadOf("good@lead.test")).toMatchObject({ firstName: "Gwen", lastName: "Good" });
    expect(await countLeads()).toBe(before + 1);
  });

  test("are right once their cells were set right by hand", async () => {
    const edits = [{ line: 3, column: 0, value: "ewa@lisowska.test" }];

    const report = await check(admin, bytes("mail,name", "ok@lead.test,Ok", "ewa@lisowska,Ewa"), {
      kind: "leads",
      edits,
    });

    expect(report.counts).toMatchObject({ new: 2, wrong: 0 });
  });

  test("need a column of addresses, and each field stands for one column", async () => {
    const table = bytes("who,where", "a@lead.test,b@lead.test");

    expect(await check(admin, table, { kind: "leads" })).toMatchObject({ missing: ["email"], counts: { new: 0 } });
    expect(await check(admin, table, { kind: "leads", columns: ["email", null] })).toMatchObject({
      counts: { new: 1 },
    });
    await expect(write(admin, table, { kind: "leads" })).rejects.toMatchObject({
      fields: [{ reason: "column_needed" }],
    });
    for (const columns of [["email", "email"], ["email"], ["email", "password"]])
      await expect(check(admin, table, { kind: "leads", columns })).rejects.toMatchObject({ code: "invalid" });
  });

  test("are 20,000 in seconds", { timeout: 300_000 }, async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `l${n}@firm${n}.test,Ana,Lind ${n},Firm ${n},Big one`);
    const table = bytes("email,first,last,company,campaign", ...rows);
    const before = process.cpuUsage();

    const { counts } = await write(admin, table, { kind: "leads" });
    const again = await write(admin, table, { kind: "leads" });

    expect(counts).toMatchObject({ new: 20_000, wrong: 0 });
    expect(again.counts).toMatchObject({ same: 20_000 });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(20_000);
  });
});
