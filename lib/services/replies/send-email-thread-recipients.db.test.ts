import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { leads, threads } from "@/lib/db/schema";
import { addBlock } from "@/lib/services/blocks/add-block";
import { AddBlockInput } from "@/lib/services/blocks/schemas";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import { contextOf, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { refusalOf, threadSends, type SentFields } from "@/lib/testing/thread-sends";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});
const { now, send, fromComposer, row } = threadSends(database, () => world);

test("without a recipient the API writes to the lead alone, although a colleague answered and others were in Cc", async () => {
  const { thread, mailbox, messages } = world;
  const colleague = { fromName: "Ben", fromAddress: "ben@lead.test", cc: [{ name: "", address: "carl@lead.test" }] };
  await makeMessage(database.db, { thread, mailbox }, colleague, messages);

  const reply = await row((await send()).replyId);

  expect([reply.to, reply.cc, reply.bcc]).toEqual([[{ name: "Ana Berg", address: world.lead.email }], [], []]);
});

test("named recipients are written to exactly as named, each once", async () => {
  const { replyId } = await send({
    toEmail: "ben@lead.test",
    toFirstName: "Ben",
    toLastName: "Oak",
    cc: `Ana <${world.lead.email}>, "Doe, Jane" <jane@lead.test>, BEN@lead.test`,
    bcc: "boss@acme.test, jane@lead.test",
  });

  const { to, cc, bcc } = await row(replyId);
  expect(to).toEqual([{ name: "Ben Oak", address: "ben@lead.test" }]);
  expect(cc).toEqual([
    { name: "Ana", address: world.lead.email },
    { name: "Doe, Jane", address: "jane@lead.test" },
  ]);
  expect(bcc).toEqual([{ name: "", address: "boss@acme.test" }]);
});

test("blocked addresses and domains are refused in To, Cc and Bcc", async () => {
  const admin = contextOf(world.admin, database.db);
  for (const value of ["Eve@Evil.test", "@blocked.test"]) await addBlock(admin, AddBlockInput.parse({ value }));

  const fields: SentFields[] = [{ toEmail: "eve@evil.test" }, { cc: "x@blocked.test" }, { bcc: "x@mail.blocked.test" }];
  for (const field of fields)
    expect(await refusalOf(send(field))).toMatchObject({
      code: "unprocessable",
      fields: [{ path: Object.keys(field)[0], reason: "blocked" }],
    });
  expect(await refusalOf(send({ toEmail: "adam@evil.test" }))).toEqual({ code: "accepted" });
});

test("answering a stranger makes the writer a lead of Direct", async () => {
  const { workspaceId, mailbox } = world;
  const campaign = await database.db.transaction((tx) => ensureDirectCampaign(tx, mailbox.id));
  const stranger = { name: "Una Maria Lind", address: "una@strangers.test" };
  const { thread, messages } = await makeThread(database.db, { workspaceId, mailbox, stranger });

  const { replyId } = await send({ campaignId: campaign.number, emailStatsId: messages[0]!.statsId });

  expect((await row(replyId)).to).toEqual([stranger]);
  const [changed] = await database.db.select().from(threads).where(eq(threads.id, thread.id));
  expect(changed).toMatchObject({ kind: "lead", campaignId: campaign.id });
  const [lead] = await database.db.select().from(leads).where(eq(leads.id, changed!.leadId!));
  expect(lead).toMatchObject({ email: "una@strangers.test", lastName: "Lind" });
});

test("the composer asks before it writes to a lead who must not be written to", async () => {
  await database.db.update(leads).set({ bouncedAt: now, doNotContactAt: now }).where(eq(leads.id, world.lead.id));

  const asked = await refusalOf(fromComposer());
  const other = await refusalOf(fromComposer({}, { confirmedDespite: "bounced" }));
  const confirmed = await refusalOf(fromComposer({}, { confirmedDespite: "do_not_contact" }));

  expect(asked).toMatchObject({ code: "unprocessable", reason: "lead_do_not_contact" });
  expect(other).toMatchObject({ code: "unprocessable" });
  expect(confirmed).toEqual({ code: "accepted" });
});

test("the API answers a lead who unsubscribed only to the newest message, wherever it came in", async () => {
  const { workspaceId, mailbox, campaign, lead } = world;
  await database.db.update(leads).set({ unsubscribedAt: now }).where(eq(leads.id, lead.id));
  const elsewhere = await makeThread(database.db, {
    workspaceId,
    mailbox,
    campaign,
    lead,
    messages: [{ sentAt: new Date() }],
  });

  expect(await refusalOf(send())).toMatchObject({ code: "unprocessable", reason: "lead_unsubscribed" });
  expect(await refusalOf(send({ emailStatsId: elsewhere.messages[0]!.statsId }))).toEqual({ code: "accepted" });
});

test("the API may answer a lead who unsubscribed once more when the lead's clock is slow, but not after the answer", async () => {
  const { thread, mailbox, lead, messages } = world;
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const add = (values: Parameters<typeof makeMessage>[2]) =>
    makeMessage(database.db, { thread, mailbox }, { inReplyTo: [], references: [], ...values }, messages);
  await database.db.update(leads).set({ unsubscribedAt: now }).where(eq(leads.id, lead.id));

  await add({ direction: "out", sentAt: ago(10), firstSeenAt: ago(10) });
  const answered = await refusalOf(send());
  await add({ sentAt: ago(14), firstSeenAt: ago(9) });
  const asked = await refusalOf(send());

  expect(answered).toMatchObject({ code: "unprocessable", reason: "lead_unsubscribed" });
  expect(asked).toEqual({ code: "accepted" });
});
