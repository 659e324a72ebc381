import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { mailboxes, replies, threads } from "@/lib/db/schema";
import type { ReplyStatus } from "@/lib/domain/reply-state";
import type { Context } from "@/lib/services/context";
import { listFilters } from "@/lib/services/threads/list-filters";
import { getThread } from "@/lib/services/threads/get-thread";
import { contextOf, makeMailbox, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { createMailbox } from "./create-mailbox";
import { disableMailbox } from "./disable-mailbox";
import { getLeaving } from "./get-leaving";
import { getMailbox } from "./get-mailbox";
import { listMailboxes } from "./list-mailboxes";
import { removeMailbox } from "./remove-mailbox";
import { LeaveMailboxInput } from "./schemas";

const database = testDatabase();
let world: World;
let admin: Context;
let other: typeof mailboxes.$inferSelect;
/** One reply of each kind, by its status. */
let kept: Record<"scheduled" | "queued" | "failed" | "unknown" | "sending", typeof replies.$inferSelect>;

beforeEach(async () => {
  const { db } = database;
  world = await makeWorld(db);
  admin = contextOf(world.admin, db);
  other = await makeMailbox(db, { workspaceId: world.workspaceId, address: "eva@other.test" });
  const later = new Date(Date.now() + 3_600_000);
  const claim = { claimToken: crypto.randomUUID(), claimedUntil: later };
  kept = {
    scheduled: await makeReply(db, world, { status: "scheduled", dueAt: later, scheduledAt: later }),
    queued: await makeReply(db, world, { status: "queued", heldReason: "auth" }),
    failed: await makeReply(db, world, { status: "failed", reason: "recipients" }),
    unknown: await makeReply(db, world, { status: "unknown" }),
    sending: await makeReply(db, world, { status: "sending", ...claim }),
  };
});

const now = async () => {
  const rows = await database.db.select().from(replies).where(eq(replies.workspaceId, world.workspaceId));
  const found = (id: string) => rows.find((row) => row.id === id)!;
  return Object.fromEntries(
    Object.entries(kept).map(([name, { id }]) => [name, [found(id).status, found(id).mailboxId]]),
  ) as Record<keyof typeof kept, [ReplyStatus, string]>;
};
const leave = (rest: Partial<LeaveMailboxInput>): LeaveMailboxInput => ({ mailboxId: world.mailbox.id, ...rest });

test("what hangs on a mailbox is counted as far as lists show it, and who could send instead is named", async () => {
  const { workspaceId, mailbox } = world;
  await makeThread(database.db, { workspaceId, mailbox, kind: "bulk" });

  expect(await getLeaving(admin, { mailboxId: world.mailbox.id })).toEqual({
    threads: 1,
    waiting: 2,
    failed: 1,
    untouched: 2,
    others: [{ id: other.id, address: "eva@other.test" }],
  });
});

describe("replies that have not left", () => {
  test("are held where they are", async () => {
    const before = await now();

    expect(await disableMailbox(admin, leave({ pending: "hold" }))).toMatchObject({ state: "disabled", held: 2 });

    expect(await now()).toEqual(before);
  });

  test("move to another mailbox with their time, under its domain; what failed, or may have left, stays", async () => {
    const own = world.mailbox.id;

    const settled = await removeMailbox(admin, leave({ pending: "move", moveToId: other.id }));

    expect(settled).toEqual({ moved: 2, cancelled: 0, held: 0 });
    expect(await now()).toEqual({
      scheduled: ["scheduled", other.id],
      queued: ["queued", other.id],
      failed: ["failed", own],
      unknown: ["unknown", own],
      sending: ["sending", own],
    });
    const [moved] = await database.db.select().from(replies).where(eq(replies.id, kept.scheduled.id));
    expect(moved).toMatchObject({ dueAt: kept.scheduled.dueAt, messageId: expect.stringMatching(/@other\.test$/) });
  });

  test("wait for approval elsewhere as they did", async () => {
    const { db } = database;
    const dueAt = new Date(Date.now() - 60_000);
    const { id } = await makeReply(db, world, { status: "awaiting_approval", dueAt });

    await removeMailbox(admin, leave({ pending: "move", moveToId: other.id }));

    const [moved] = await db.select().from(replies).where(eq(replies.id, id));
    expect(moved).toMatchObject({ status: "awaiting_approval", dueAt, mailboxId: other.id });
  });

  test("are cancelled with their texts kept; what is being sent goes on", async () => {
    await disableMailbox(admin, leave({ pending: "cancel" }));

    const own = world.mailbox.id;
    expect(await now()).toEqual({
      scheduled: ["cancelled", own],
      queued: ["cancelled", own],
      failed: ["cancelled", own],
      unknown: ["unknown", own],
      sending: ["sending", own],
    });
    const [cancelled] = await database.db.select().from(replies).where(eq(replies.id, kept.scheduled.id));
    expect(cancelled).toMatchObject({ reason: "by_person", bodyHtml: kept.scheduled.bodyHtml });
  });

  test("are left as they are when the other mailbox cannot send, and so is the mailbox", async () => {
    const stranger = await makeWorld(database.db);
    await database.db.update(mailboxes).set({ state: "failing" }).where(eq(mailboxes.id, other.id));
    const before = await now();

    for (const moveToId of [other.id, stranger.mailbox.id, world.mailbox.id])
      await expect(removeMailbox(admin, leave({ pending: "move", moveToId }))).rejects.toMatchObject({
        reason: "mailbox_not_connected",
      });

    expect(await now()).toEqual(before);
    expect((await getMailbox(admin, { mailboxId: world.mailbox.id })).disabledAt).toBeNull();
  });

  test("need a mailbox to move to, and no other choice takes one", () => {
    const isTaken = (rest: Partial<LeaveMailboxInput>) => LeaveMailboxInput.safeParse(leave(rest)).success;

    expect([isTaken({ pending: "move" }), isTaken({ pending: "hold", moveToId: other.id }), isTaken({})]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("a removed mailbox", () => {
  test("is gone from settings and pickers with its secrets, and its threads can still be read", async () => {
    await removeMailbox(admin, leave({}));

    const mailboxId = world.mailbox.id;
    expect((await listMailboxes(admin)).map(({ id }) => id)).toEqual([other.id]);
    expect((await listFilters(admin)).mailboxes.map(({ id }) => id)).toEqual([other.id]);
    await expect(getMailbox(admin, { mailboxId })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeMailbox(admin, leave({}))).rejects.toMatchObject({ code: "not_found" });
    const thread = await getThread(admin, { threadId: world.thread.id });
    expect(thread.mailbox).toMatchObject({ address: world.mailbox.address, isRemoved: true });
    expect(thread.messages).toHaveLength(2);
    const [row] = await database.db.select().from(mailboxes).where(eq(mailboxes.id, mailboxId));
    expect(row).toMatchObject({ imapPassword: null, smtpPassword: null, oauthTokens: null });
  });

  test("comes back in its own place when its address is connected again", async () => {
    await removeMailbox(admin, leave({}));
    const server = (side: "imap" | "smtp") => ({ [`${side}Host`]: `${side}.acme.test`, [`${side}Port`]: 993 });

    const again = await createMailbox(admin, {
      address: world.mailbox.address.toUpperCase(),
      displayName: "Sam again",
      signatureHtml: "",
      ...(server("imap") as { imapHost: string; imapPort: number }),
      ...(server("smtp") as { smtpHost: string; smtpPort: number }),
      imapSecurity: "tls",
      smtpSecurity: "tls",
      imapUser: "sam",
      smtpUser: "sam",
      imapPassword: "new",
      smtpPassword: "new",
    });

    expect(again).toMatchObject({ id: world.mailbox.id, state: "new", disabledAt: null });
    const [thread] = await database.db.select().from(threads).where(eq(threads.id, world.thread.id));
    expect(thread!.mailboxId).toBe(again.id);
  });

  test("is the admin's to remove, and nobody's of another workspace", async () => {
    const stranger = contextOf((await makeWorld(database.db)).admin, database.db);

    for (const member of [world.member, world.manager])
      await expect(removeMailbox(contextOf(member, database.db), leave({}))).rejects.toMatchObject({
        code: "forbidden",
      });
    await expect(removeMailbox(stranger, leave({}))).rejects.toMatchObject({ code: "not_found" });
    await expect(getLeaving(stranger, { mailboxId: world.mailbox.id })).rejects.toMatchObject({ code: "not_found" });
  });
});
