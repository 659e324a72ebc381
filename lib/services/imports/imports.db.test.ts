import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { campaignLeads, campaignMailboxes, campaigns, events, leads, mailboxes } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { updateLead } from "@/lib/services/leads/update-lead";
import { mailboxSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import {
  contextOf,
  makeCampaign,
  makeLead,
  makeMailbox,
  makeThread,
  makeWorld,
  type World,
} from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { checkImport } from "./check-import";
import { CheckImportInput, WriteImportInput } from "./schemas";
import { writeImport } from "./write-import";

const database = testDatabase();
let world: World;
let admin: Context;
beforeEach(async () => {
  world = await makeWorld(database.db);
  admin = contextOf(world.admin, database.db);
});

type Asked = z.input<typeof WriteImportInput>;
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));
const check = (table: Uint8Array, input: z.input<typeof CheckImportInput>) =>
  checkImport(admin, table, CheckImportInput.parse(input));
const write = (table: Uint8Array, input: Asked) => writeImport(admin, table, WriteImportInput.parse(input));
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

  test("are read with their own fields and campaigns, new campaigns are made, and the same table again changes nothing", async () => {
    const nordic = await makeCampaign(database.db, { workspaceId: world.workspaceId, name: "Nordic freight" });
    const report = await check(TABLE, { kind: "leads" });
    const before = await countLeads();
    const first = await write(TABLE, { kind: "leads" });
    const second = await write(TABLE, { kind: "leads" });

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

    const result = await write(bytes("email,first,phone,City", "ana@LEAD.test,Anna,,Oslo"), { kind: "leads" });

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

    await write(bytes("email,tz,Country", "ana@zones.test,Europe/Oslo,norge"), { kind: "leads" });
    expect(await leadOf("ana@zones.test")).toMatchObject({ timeZone: "Asia/Tokyo", country: "JP" });
    await updateLead(admin, { threadId: thread.id, fields: { timeZone: "", country: "" } });
    await write(bytes("email,tz,location,land", "ana@zones.test,Europe/Oslo,Bergen,norge"), { kind: "leads" });
    expect(await leadOf("ana@zones.test")).toMatchObject({
      timeZone: "Europe/Oslo",
      location: "Bergen",
      country: "NO",
    });
    const { wrong } = await check(bytes("email,land", "ana@zones.test,Atlantis"), { kind: "leads" });
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
    const report = await check(WRONG, { kind: "leads" });
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
      await expect(write(WRONG, { kind: "leads", leaveOut })).rejects.toMatchObject({
        code: "unprocessable",
        reason: "import_wrong_rows",
      });
    expect(await countLeads()).toBe(before);
    expect((await write(WRONG, { kind: "leads", leaveOut: 7 })).counts).toMatchObject({ new: 1, wrong: 7 });
    expect(await leadOf("good@lead.test")).toMatchObject({ firstName: "Gwen", lastName: "Good" });
    expect(await countLeads()).toBe(before + 1);
  });

  test("are right once their cells were set right by hand", async () => {
    const edits = [{ line: 3, column: 0, value: "ewa@lisowska.test" }];

    const report = await check(bytes("mail,name", "ok@lead.test,Ok", "ewa@lisowska,Ewa"), { kind: "leads", edits });

    expect(report.counts).toMatchObject({ new: 2, wrong: 0 });
  });

  test("need a column of addresses, and each field stands for one column", async () => {
    const table = bytes("who,where", "a@lead.test,b@lead.test");

    expect(await check(table, { kind: "leads" })).toMatchObject({ missing: ["email"], counts: { new: 0 } });
    expect(await check(table, { kind: "leads", columns: ["email", null] })).toMatchObject({ counts: { new: 1 } });
    await expect(write(table, { kind: "leads" })).rejects.toMatchObject({ fields: [{ reason: "column_needed" }] });
    for (const columns of [["email", "email"], ["email"], ["email", "password"]])
      await expect(check(table, { kind: "leads", columns })).rejects.toMatchObject({ code: "invalid" });
  });

  test("are 20,000 in seconds", { timeout: 300_000 }, async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `l${n}@firm${n}.test,Ana,Lind ${n},Firm ${n},Big one`);
    const table = bytes("email,first,last,company,campaign", ...rows);
    const before = process.cpuUsage();

    const { counts } = await write(table, { kind: "leads" });
    const again = await write(table, { kind: "leads" });

    expect(counts).toMatchObject({ new: 20_000, wrong: 0 });
    expect(again.counts).toMatchObject({ same: 20_000 });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(20_000);
  });
});

describe("mailboxes", () => {
  const HEAD = "from_email,from_name,password,imap_host,imap_port,smtp_host,smtp_port,daily limit,time zone";
  const ROW = "sam@acme.test,Sam Reed,s3cret-one,imap.acme.test,993,smtp.acme.test,587,30,Europe/Lisbon";

  const samsMailbox = async () => {
    const isHis = and(eq(mailboxes.workspaceId, world.workspaceId), eq(mailboxes.address, "sam@acme.test"));
    return (await database.db.select().from(mailboxes).where(isHis))[0]!;
  };

  test("are connected with their passwords sealed, shown to nobody and written into no history", async () => {
    const report = await check(bytes(HEAD, ROW), { kind: "mailboxes" });
    await write(bytes(HEAD, ROW), { kind: "mailboxes" });

    const row = await samsMailbox();
    expect(row).toMatchObject({
      workspaceId: world.workspaceId,
      imapSecurity: "tls",
      smtpSecurity: "starttls",
      imapUser: "sam@acme.test",
      dailyCap: 30,
      timeZone: "Europe/Lisbon",
      state: "new",
    });
    expect(mailboxSecrets(row)).toEqual({ imapPassword: "s3cret-one", smtpPassword: "s3cret-one" });
    const history = await database.db.select().from(events).where(eq(events.workspaceId, world.workspaceId));
    expect(JSON.stringify([report, row, history])).not.toContain("s3cret");
    expect(report.preview[0]!.cells).toContain("••••••");
    expect(await database.db.$count(campaigns, eq(campaigns.directMailboxId, row.id))).toBe(1);
  });

  test("that are known are changed, and the same table again leaves them and their connections alone", async () => {
    await write(bytes(HEAD, ROW), { kind: "mailboxes" });
    const same = await write(bytes(HEAD, ROW), { kind: "mailboxes" });
    const changed = await write(bytes("email,password,daily cap", "SAM@acme.test,another-one,25"), {
      kind: "mailboxes",
    });

    expect(same.counts).toMatchObject({ same: 1, new: 0, update: 0 });
    expect(changed.counts).toMatchObject({ update: 1 });
    const row = await samsMailbox();
    expect(row).toMatchObject({ dailyCap: 25, displayName: "Sam Reed", imapHost: "imap.acme.test" });
    expect(mailboxSecrets(row).imapPassword).toBe("another-one");
  });

  test("say what is missing or not safe", async () => {
    await write(bytes(HEAD, ROW), { kind: "mailboxes" });
    const head = "email,imap host,smtp host,password,smtp security,port";
    const report = await check(
      bytes(
        head,
        "a@acme.test,,smtp.acme.test,x,",
        "b@acme.test,imap.acme.test,smtp.acme.test,,",
        "c@acme.test,imap.acme.test,smtp.acme.test,x,none",
        "sam@acme.test,imap.evil.test,,,",
        "d@acme.test,imap host,smtp.acme.test,x,maybe",
      ),
      { kind: "mailboxes" },
    );

    expect(report.wrong.map(({ problems }) => problems.map(({ column, reason }) => [column, reason]))).toEqual([
      [[1, "host_needed"]],
      [
        [3, "password_missing"],
        [3, "password_missing"],
      ],
      [[4, "tls_required"]],
      [[3, "password_needed"]],
      [
        [1, "host"],
        [4, "security"],
      ],
    ]);
  });

  test("that sign in with a provider keep to its servers, and get no password", async () => {
    await write(bytes(HEAD, ROW), { kind: "mailboxes" });
    const { id } = await samsMailbox();
    const signedIn = { signIn: "google" as const, imapPassword: null, smtpPassword: null, oauthTokens: "sealed" };
    await database.db.update(mailboxes).set(signedIn).where(eq(mailboxes.id, id));
    const elsewhere = await check(bytes("email,imap host,password", "sam@acme.test,imap.evil.test,x"), {
      kind: "mailboxes",
    });
    await write(bytes("email,password,daily cap", "sam@acme.test,another-one,25"), { kind: "mailboxes" });

    expect(elsewhere.wrong.map(({ problems }) => problems)).toEqual([[{ column: 1, reason: "signs_in_elsewhere" }]]);
    expect(await samsMailbox()).toMatchObject({ ...signedIn, dailyCap: 25, imapHost: "imap.acme.test" });
  });

  test("send as many in a day as the settings take, and no other number", async () => {
    const report = await check(
      bytes(HEAD, ROW.replace(",30,", ",0,"), ROW.replace("sam@", "eva@").replace(",30,", ",10001,")),
      { kind: "mailboxes" },
    );

    expect(report.wrong.map(({ problems }) => problems.map(({ column }) => column))).toEqual([[7], [7]]);
  });

  test("never come into the sandbox", async () => {
    const sandbox = contextOf((await makeWorld(database.db, { kind: "sandbox" })).admin, database.db);

    await expect(
      checkImport(sandbox, bytes(HEAD, ROW), CheckImportInput.parse({ kind: "mailboxes" })),
    ).rejects.toMatchObject({ code: "forbidden", reason: "sandbox" });
  });
});

describe("campaigns", () => {
  test("are made and found again by number or name, and get the mailboxes that are named", async () => {
    const { workspaceId, mailbox } = world;
    const other = await makeMailbox(database.db, { workspaceId, address: "two@acme.test" });
    const table = bytes(
      "Name,Number,Mailboxes",
      `Nordic freight,4711,${mailbox.address}; two@acme.test`,
      "Spring 27,,",
      "Nobody's,,who@acme.test",
    );

    const first = await write(table, { kind: "campaigns", leaveOut: 1 });
    const again = await write(table, { kind: "campaigns", leaveOut: 1 });
    const renamed = await write(bytes("name,number", "Nordic Q4,4711"), { kind: "campaigns" });

    expect(first.counts).toEqual({ new: 2, update: 0, same: 0, wrong: 1 });
    expect(again.counts).toEqual({ new: 0, update: 0, same: 2, wrong: 1 });
    expect(renamed.counts).toMatchObject({ update: 1 });
    const rows = await database.db.select().from(campaigns).where(eq(campaigns.workspaceId, workspaceId));
    const nordic = rows.find(({ number }) => number === 4711)!;
    expect(nordic.name).toBe("Nordic Q4");
    const sending = await database.db
      .select({ id: campaignMailboxes.mailboxId })
      .from(campaignMailboxes)
      .where(eq(campaignMailboxes.campaignId, nordic.id));
    expect(sending.map(({ id }) => id).toSorted()).toEqual([mailbox.id, other.id].toSorted());
    expect(rows.filter(({ name }) => name === "Spring 27")).toHaveLength(1);
  });
});

test("importing is the admin's, and knows nothing of another workspace", async () => {
  const table = bytes("email", world.lead.email);
  for (const member of [world.member, world.manager]) {
    const context = contextOf(member, database.db);
    await expect(checkImport(context, table, CheckImportInput.parse({ kind: "leads" }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(writeImport(context, table, WriteImportInput.parse({ kind: "leads" }))).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const stranger = contextOf((await makeWorld(database.db)).admin, database.db);
  expect((await checkImport(stranger, table, CheckImportInput.parse({ kind: "leads" }))).counts.new).toBe(1);
});
