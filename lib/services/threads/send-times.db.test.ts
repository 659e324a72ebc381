import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { campaigns, leads, mailboxes, messages } from "@/lib/db/schema";
import { contextOf, makeLead, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { sendTimes } from "./send-times";

const database = testDatabase();
const NOW = new Date("2026-11-05T12:00:00Z");
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

const ctx = () => ({ ...contextOf(world.member, database.db), now: () => NOW });
const asked = () => sendTimes(ctx(), { id: world.thread.id, locale: "en" });
const is = (values: Partial<typeof leads.$inferInsert>) =>
  database.db.update(leads).set(values).where(eq(leads.id, world.lead.id));

test("the windows of mailbox and campaign, and the holidays and weekend of a country that is known", async () => {
  const window = { windowDays: [1, 2, 3], windowStart: "09:00", windowEnd: "17:00" };
  await database.db.update(mailboxes).set(window).where(eq(mailboxes.id, world.mailbox.id));
  await is({ country: "PL" });

  const times = await asked();
  expect(times).toMatchObject({
    mailbox: { address: world.mailbox.address, window: { days: [1, 2, 3], start: "09:00", end: "17:00" } },
    campaign: null,
    country: "PL",
    weekend: [6, 7],
    capacity: [],
    best: null,
  });
  expect(times.holidays[0]).toEqual({ date: "2026-11-11", country: "PL", name: "Independence Day" });

  await database.db.update(campaigns).set(window).where(eq(campaigns.id, world.campaign.id));
  expect((await asked()).campaign).toMatchObject({ name: world.campaign.name, window: { start: "09:00" } });
});

test("of a country that is a guess no holidays are claimed", async () => {
  await is({ phone: "+44 20 7946 0123", timeZone: "Asia/Tokyo" });
  expect(await asked()).toMatchObject({ country: null, holidays: [] });
});

test("the best time counts answers on the writers' own clocks, of the country before everybody's, and no machine's", async () => {
  const { workspaceId, mailbox } = world;
  await is({ country: "NP" });
  // 09:15 in Kathmandu on eight Tuesdays, of leads that only their zone says anything of.
  for (let week = 0; week < 8; week++) {
    const lead = await makeLead(database.db, { workspaceId, timeZone: "Asia/Kathmandu" });
    const { thread } = await makeThread(database.db, { workspaceId, mailbox, lead });
    const sentAt = new Date(Date.parse("2026-11-03T03:30:00Z") - week * 7 * 86_400_000);
    const message = await makeMessage(database.db, { thread, mailbox }, { sentAt, isAutomatic: week === 7 }, []);
    await database.db.update(messages).set({ direction: "in", sentOffset: 0 }).where(eq(messages.id, message.id));
  }
  expect((await asked()).best).toBeNull();

  await database.db.update(messages).set({ isAutomatic: false });
  expect((await asked()).best).toEqual({ scope: "country", weekday: 2, from: 9, to: 11, count: 8, total: 8 });
});

test("another workspace's thread and mailbox are not found", async () => {
  const foreign = await makeWorld(database.db);
  const reason = (error: { reason: string }) => error.reason;

  expect(await sendTimes(contextOf(foreign.member, database.db), { id: world.thread.id }).catch(reason)).toBe("thread");
  expect(await sendTimes(ctx(), { id: world.thread.id, mailboxId: foreign.mailbox.id }).catch(reason)).toBe("mailbox");
});
