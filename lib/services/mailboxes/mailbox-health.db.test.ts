import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { mailboxes, mailboxFolders } from "@/lib/db/schema";
import { contextOf, makeMailbox, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listMailboxHealth } from "./list-mailbox-health";
import { listStoppedMailboxes } from "./list-stopped-mailboxes";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

// Just after midnight in Auckland, when it is still yesterday in Honolulu.
const NOW = new Date("2026-11-19T11:30:00Z");
const keeper = () => contextOf(world.admin, database.db, () => NOW);

async function sendFrom(timeZone: string, ...times: string[]) {
  const { workspaceId } = world;
  const mailbox = await makeMailbox(database.db, { workspaceId, timeZone, dailyCap: 30 });
  const { thread } = await makeThread(database.db, { workspaceId, mailbox, messages: [] });
  for (const time of times)
    await makeMessage(database.db, { thread, mailbox }, { direction: "out", sentAt: new Date(time) });
  return { mailbox, thread };
}

test("what was sent today is counted by the mailbox's own clock", async () => {
  const early = await sendFrom("Pacific/Auckland", "2026-11-19T10:30:00Z", "2026-11-19T11:10:00Z");
  const late = await sendFrom(
    "Pacific/Honolulu",
    "2026-11-18T09:30:00Z",
    "2026-11-18T10:30:00Z",
    "2026-11-19T11:10:00Z",
  );
  await makeMessage(database.db, late, { direction: "in", sentAt: new Date("2026-11-19T11:20:00Z") });

  const health = await listMailboxHealth(keeper());

  const sent = new Map(health.map(({ id, sentToday, dailyCap }) => [id, { sentToday, dailyCap }]));
  // Midnight in Auckland is 11:00 UTC that day, in Honolulu 10:00 UTC.
  expect(sent.get(early.mailbox.id)).toEqual({ sentToday: 1, dailyCap: 30 });
  expect(sent.get(late.mailbox.id)).toEqual({ sentToday: 1, dailyCap: 30 });
});

test("a mailbox says how many replies wait for it, and one that was removed is not there", async () => {
  await makeReply(database.db, world, { status: "scheduled" });
  await makeReply(database.db, world, { status: "queued", heldReason: "auth" });
  await makeReply(database.db, world, { status: "sent" });
  await makeMailbox(database.db, { workspaceId: world.workspaceId, removedAt: NOW });

  const health = await listMailboxHealth(keeper());

  expect(health).toMatchObject([{ id: world.mailbox.id, waitingReplies: 2, dailyCap: null }]);
  expect(Object.keys(health[0]!).filter((name) => /password|user|token/i.test(name))).toEqual([]);
});

test("folders that a server refuses are named with their time, once it has lasted", async () => {
  const { id: mailboxId } = world.mailbox;
  const refused = (path: string, role: "sent" | "junk", time: string | null) =>
    database.db.insert(mailboxFolders).values({ mailboxId, path, role, refusedSince: time ? new Date(time) : null });
  await refused("Old", "sent", null);
  await refused("Junk", "junk", "2026-11-19T11:28:00Z");
  const health = async () => (await listMailboxHealth(keeper())).find(({ id }) => id === mailboxId)?.refusedFolders;
  expect(await health()).toBeNull();
  await refused("Sent", "sent", "2026-11-19T10:00:00Z");
  await database.db
    .update(mailboxFolders)
    .set({ refusedSince: new Date("2026-11-19T11:00:00Z") })
    .where(eq(mailboxFolders.path, "Junk"));

  expect(await health()).toEqual({ paths: ["Junk", "Sent"], since: "2026-11-19T10:00:00.000Z" });
});

test("the list of all is for who keeps them; what has stopped everybody may know, and whom to ask", async () => {
  const set = { state: "failing" as const, stateReason: "auth", stateSince: NOW };
  await database.db.update(mailboxes).set(set).where(eq(mailboxes.id, world.mailbox.id));
  const off = await makeMailbox(database.db, {
    workspaceId: world.workspaceId,
    state: "disabled",
    stateSince: new Date(0),
    disabledAt: new Date(0),
  });
  const well = await makeMailbox(database.db, { workspaceId: world.workspaceId });
  const sdr = contextOf(world.member, database.db);

  const stopped = await listStoppedMailboxes(sdr);

  expect(stopped.mailboxes).toEqual([
    {
      id: off.id,
      address: off.address,
      signIn: "password",
      state: "disabled",
      reason: null,
      since: new Date(0).toISOString(),
    },
    {
      id: world.mailbox.id,
      address: world.mailbox.address,
      signIn: "password",
      state: "failing",
      reason: "auth",
      since: NOW.toISOString(),
    },
  ]);
  expect(stopped.connected).toEqual([well.id]);
  expect(stopped.keepers).toEqual([{ name: world.admin.name, email: world.admin.email }]);
  await expect(listMailboxHealth(sdr)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = contextOf((await makeWorld(database.db)).admin, database.db);
  expect((await listStoppedMailboxes(stranger)).mailboxes).toEqual([]);
});
