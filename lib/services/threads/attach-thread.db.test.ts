import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { campaignLeads, leadAddresses, messages, threads } from "@/lib/db/schema";
import type { Party } from "@/lib/domain/party";
import { listLeadOffers } from "@/lib/services/leads/list-lead-offers";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { contextOf, makeCampaign, makeLead, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { attachThread } from "./attach-thread";
import { countThreads } from "./count-threads";
import { detachThread } from "./detach-thread";
import { listTimeline } from "./list-timeline";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-attach-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
let stranger: Awaited<ReturnType<typeof makeThread>>;
const STRANGER = { name: "Ben Ode", address: "ben@lead.test" };
beforeEach(async () => {
  world = await makeWorld(test_.db);
  stranger = await strangersThread(STRANGER);
});

const strangersThread = (party: Party) =>
  makeThread(test_.db, { workspaceId: world.workspaceId, mailbox: world.mailbox, stranger: party });
const ctx = () => contextOf(world.member, test_.db);
const threadRow = async () => (await test_.db.select().from(threads).where(eq(threads.id, stranger.thread.id)))[0]!;
const addresses = () => test_.db.select().from(leadAddresses).where(eq(leadAddresses.workspaceId, world.workspaceId));
const attach = (leadId = world.lead.id) => attachThread(ctx(), { threadId: stranger.thread.id, leadId });
const detach = () => detachThread(ctx(), { threadId: stranger.thread.id, leadId: world.lead.id });
const figures = async () => (await countThreads(ctx())).views;

async function receive(mail: Parameters<typeof rawMail>[0]) {
  const raw = rawMail({ to: world.mailbox.address, ...mail });
  const { workspaceId, mailbox } = world;
  const deps = { db: test_.db, now: () => new Date() };
  return ingestMessage(deps, { workspaceId, mailboxId: mailbox.id, raw, source: "inbox" });
}

describe("a stranger's thread", () => {
  test("becomes the lead's with its campaign, who wrote is told, and figures and history follow", async () => {
    const before = await figures();

    await attach();

    expect(await threadRow()).toMatchObject({ kind: "lead", leadId: world.lead.id, campaignId: world.campaign.id });
    const [message] = await test_.db.select().from(messages).where(eq(messages.threadId, stranger.thread.id));
    expect(message!.writer).toBe("alias");
    const after = await figures();
    expect(after.untracked).toBe(before.untracked - 1);
    expect(after.inbox).toBe(before.inbox + 1);
    const { entries } = await listTimeline(ctx(), { threadId: stranger.thread.id });
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: "attached", lead: "Ana Berg", takesBack: world.lead.id }),
    );
    // Whoever else reads it cannot take it back.
    const others = await listTimeline(contextOf(world.admin, test_.db), { threadId: stranger.thread.id });
    expect(others.entries.find(({ kind }) => kind === "attached")).not.toHaveProperty("takesBack");
  });

  test("leaves its address with the lead, so that the next message from it is the lead's", async () => {
    await attach();

    const { threadId } = await receive({ from: "Ben@LEAD.test", subject: "And another thing" });

    const [row] = await test_.db.select().from(threads).where(eq(threads.id, threadId));
    expect(row).toMatchObject({ kind: "lead", leadId: world.lead.id, campaignId: world.campaign.id });
  });

  test("is a stranger's again after the undo, and so is the address", async () => {
    const before = await threadRow();
    await attach();

    await detach();

    expect(await threadRow()).toEqual(before);
    expect(await addresses()).toEqual([]);
    const { entries } = await listTimeline(ctx(), { threadId: stranger.thread.id });
    expect(entries.map(({ kind }) => kind)).not.toContain("attached");
  });

  test("stays the lead's when mail came since, or when somebody else attached it", async () => {
    await attach();
    const other = contextOf(world.manager, test_.db);
    const input = { threadId: stranger.thread.id, leadId: world.lead.id };
    await expect(detachThread(other, input)).rejects.toMatchObject({ code: "conflict", reason: "changed_since" });

    await receive({ from: STRANGER.address, inReplyTo: stranger.messages[0]!.messageId });

    await expect(detach()).rejects.toMatchObject({ code: "conflict", reason: "changed_since" });
    expect((await threadRow()).kind).toBe("lead");
    const { entries } = await listTimeline(ctx(), { threadId: stranger.thread.id });
    expect(entries.find(({ kind }) => kind === "attached")).not.toHaveProperty("takesBack");
  });

  test("goes to no second lead, to none of another workspace, and to no lead whose address it is not", async () => {
    const elsewhere = await makeWorld(test_.db);
    await expect(attach(elsewhere.lead.id)).rejects.toMatchObject({ code: "not_found", reason: "lead" });
    await expect(
      attachThread(contextOf(elsewhere.member, test_.db), { threadId: stranger.thread.id, leadId: elsewhere.lead.id }),
    ).rejects.toMatchObject({ code: "not_found", reason: "thread" });

    const ben = await makeLead(test_.db, { workspaceId: world.workspaceId, email: STRANGER.address, firstName: "Ben" });
    await expect(attach()).rejects.toMatchObject({ code: "conflict", reason: "address_of_lead" });
    await attach(ben.id);
    await expect(attach()).rejects.toMatchObject({ code: "conflict", reason: "thread_has_lead" });
    expect(await addresses()).toEqual([]);
  });

  test("joins Direct when the lead is in no campaign of this mailbox's", async () => {
    const lone = await makeLead(test_.db, { workspaceId: world.workspaceId });
    await attach(lone.id);

    expect((await threadRow()).campaignId).not.toBe(world.campaign.id);
    expect((await threadRow()).leadId).toBe(lone.id);
  });
});

describe("leads that fit", () => {
  const offers = async (q?: string) =>
    (await listLeadOffers(ctx(), { id: stranger.thread.id, ...(q ? { q } : {}) })).leads;

  test("are those of the name, then those of the domain, at most three and none of another workspace", async () => {
    const { workspaceId } = world;
    await makeWorld(test_.db);
    const ben = await makeLead(test_.db, { workspaceId, email: "b@home.test", firstName: "Ben", lastName: "Ode" });
    for (const email of ["c@lead.test", "d@lead.test"]) await makeLead(test_.db, { workspaceId, email });

    const found = await offers();

    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ id: ben.id, name: "Ben Ode", fits: "name", campaign: null });
    expect(found[1]).toMatchObject({ id: world.lead.id, fits: "domain", campaign: world.campaign.name });
  });

  test("are named without a campaign that the reader does not see", async () => {
    const { workspaceId, mailbox, lead } = world;
    const { id } = await makeCampaign(test_.db, { workspaceId, mailbox, name: "Hidden" });
    await test_.db.insert(campaignLeads).values({ campaignId: id, leadId: lead.id });
    await test_.db.update(threads).set({ campaignId: id }).where(eq(threads.id, world.thread.id));
    const campaignFor = async (campaignIds: string[]) => {
      const reader = contextOf(world.member, test_.db, undefined, { scope: { mailboxIds: [], campaignIds } });
      await test_.db.update(threads).set({ assigneeId: world.member.id }).where(eq(threads.id, stranger.thread.id));
      const { leads } = await listLeadOffers(reader, { id: stranger.thread.id, q: lead.email });
      return leads.map(({ campaign }) => campaign);
    };
    expect([await campaignFor([world.campaign.id]), await campaignFor([id])]).toEqual([[null], ["Hidden"]]);
  });

  test("are none by a domain where anybody gets an address", async () => {
    const { workspaceId } = world;
    await makeLead(test_.db, { workspaceId, email: "cleo@gmail.com" });
    stranger = await strangersThread({ name: "Zed", address: "zed@gmail.com" });

    expect(await offers()).toEqual([]);
  });

  test("are searched for by name, address and company", async () => {
    const { workspaceId } = world;
    const ida = await makeLead(test_.db, { workspaceId, firstName: "Ida", lastName: "Holm", company: "Nordlys" });

    for (const q of ["ida h", "HOLM", "nord", ida.email])
      expect(
        (await offers(q)).map(({ id }) => id),
        q,
      ).toEqual([ida.id]);
    expect(await offers("%")).toEqual([]);
  });
});
