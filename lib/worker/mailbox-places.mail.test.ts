import { chmod } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { mailboxes, mailboxFolders, messages, threads } from "@/lib/db/schema";
import type { MailboxRow } from "@/lib/testing/factories";
import { mailServersMissing } from "@/lib/testing/mail-servers";
import { LEAD, until, useMailWorld } from "@/lib/testing/mail-world";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const missing = mailServersMissing();
const database = testDatabase();
const USERS = ["one", "two", "three", "four", "five", "six", "seven"].map((name) => ({
  address: `${name}@acme.test`,
  password: "pw",
}));
const pace = { lookEvery: 300 };

describe.skipIf(missing !== null)(`where messages lie${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const { world, connect, startWorker, stored, placesOf, rowOf } = useMailWorld(database, USERS);

  const from = (sender: string, box: MailboxRow, subject: string) =>
    rawMail({ from: sender, to: box.address, subject });
  const put = (box: MailboxRow, folder: "INBOX" | "Junk", subject: string, sender = LEAD) =>
    world.servers.place(box.address, folder, [from(sender, box, subject)]);
  const doveadm = (command: string, box: MailboxRow, ...args: string[]) =>
    world.servers.doveadm(command, "-u", box.address, ...args);
  const one = (subject: string) => ["header", "subject", subject];
  const places = (box: MailboxRow, subject: string, expected: string[]) =>
    until(async () => (await placesOf(box, subject)).join() === expected.join());
  const seenOnServer = async (box: MailboxRow, subject: string) =>
    (await doveadm("fetch", box, "flags", "mailbox", "*", ...one(subject))).stdout.includes("\\Seen");

  test("a lead's answer in Junk is stored and marked until somebody takes it out; a stranger's junk is passed over", async () => {
    const box = await connect(USERS[0]!);
    await put(box, "Junk", "Win a car", "win@casino.test");
    await put(box, "Junk", "Re: your offer");
    startWorker({ pace });
    const [found] = await until(async () => {
      const rows = await stored(box, "Re: your offer");
      return rows.length > 0 && rows;
    });
    await places(box, "Re: your offer", ["Junk"]);

    expect(found).toMatchObject({ isJunk: true, direction: "in" });
    expect(await stored(box, "Win a car")).toEqual([]);
    await doveadm("move", box, "INBOX", "mailbox", "Junk", ...one("your offer"));
    await places(box, "Re: your offer", ["INBOX"]);
    expect(await stored(box, "Re: your offer")).toMatchObject([{ id: found!.id, isJunk: false }]);
    expect(await database.db.$count(threads, eq(threads.mailboxId, box.id))).toBe(1);
  });

  test("what was moved to Junk has its place there also where a lead's answer came in behind it", async () => {
    const box = await connect(USERS[5]!);
    await put(box, "INBOX", "To be moved");
    await put(box, "Junk", "Before it");
    const stopWorker = startWorker({ pace });
    await places(box, "To be moved", ["INBOX"]);
    await places(box, "Before it", ["Junk"]);

    // One look sees both.
    await stopWorker();
    await doveadm("move", box, "Junk", "mailbox", "INBOX", ...one("To be moved"));
    await put(box, "Junk", "Behind it");
    startWorker({ pace });

    await places(box, "Behind it", ["Junk"]);
    await places(box, "To be moved", ["Junk"]);
    expect(await stored(box, "To be moved")).toHaveLength(1);
  });

  test("a Junk that is listed and never lets itself be read keeps a mailbox behind only as long as it is to be read", async () => {
    const box = await connect(USERS[6]!);
    await put(box, "Junk", "Nobody may read this");
    const { stdout: home } = await world.servers.doveadm("user", "-f", "home", box.address);
    const junk = path.join(home.trim(), "Maildir/.Junk");
    await chmod(junk, 0o000);
    startWorker({ pace });
    await put(box, "INBOX", "In INBOX");
    await places(box, "In INBOX", ["INBOX"]);
    // Several looks everywhere.
    await sleep(4 * pace.lookEvery);
    expect(await rowOf(box.id)).toMatchObject({ state: "connected", lastSyncedAt: null });

    await database.db.update(mailboxes).set({ readsJunk: false }).where(eq(mailboxes.id, box.id));

    await until(async () => (await rowOf(box.id)).lastSyncedAt);
    expect(await stored(box, "Nobody may read this")).toEqual([]);
    await chmod(junk, 0o700);
  });

  test("what is expunged or moved away on the server stays ours", async () => {
    const box = await connect(USERS[1]!);
    startWorker({ pace });
    await put(box, "INBOX", "Expunged");
    await put(box, "INBOX", "Filed away");
    await places(box, "Expunged", ["INBOX"]);
    await places(box, "Filed away", ["INBOX"]);

    await doveadm("expunge", box, "mailbox", "INBOX", ...one("Expunged"));
    await doveadm("move", box, "Archive", "mailbox", "INBOX", ...one("Filed away"));

    await places(box, "Expunged", []);
    await places(box, "Filed away", []);
    expect(await stored(box, "Expunged")).toHaveLength(1);
    expect(await stored(box, "Filed away")).toHaveLength(1);
  });

  test("what other programs read stays unread here, and what is read here is not written there", async () => {
    const box = await connect(USERS[2]!);
    startWorker({ pace });
    await put(box, "INBOX", "Read there");
    await put(box, "INBOX", "Read here");
    await places(box, "Read there", ["INBOX"]);
    await places(box, "Read here", ["INBOX"]);

    await world.servers.doveadm("flags", "add", "-u", box.address, "\\Seen", "mailbox", "INBOX", ...one("Read there"));
    await database.db.update(messages).set({ readAt: new Date() }).where(eq(messages.subject, "Read here"));
    await places(box, "Read there", ["INBOX seen"]);

    await put(box, "INBOX", "Another look");
    await places(box, "Another look", ["INBOX"]);
    expect((await stored(box, "Read there"))[0]).toMatchObject({ readAt: null });
    expect(await seenOnServer(box, "Read here")).toBe(false);
  });

  test("a mailbox that follows \\Seen carries it both ways", async () => {
    const box = await connect(USERS[3]!, { followsSeen: true });
    startWorker({ pace });
    for (const subject of ["Read there", "Read here", "Left alone"]) {
      await put(box, "INBOX", subject);
      await places(box, subject, ["INBOX"]);
    }

    await world.servers.doveadm("flags", "add", "-u", box.address, "\\Seen", "mailbox", "INBOX", ...one("Read there"));
    const [here] = await stored(box, "Read here");
    await database.db.update(messages).set({ readAt: new Date() }).where(eq(messages.id, here!.id));

    await until(async () => (await stored(box, "Read there"))[0]?.readAt);
    await until(() => seenOnServer(box, "Read here"));
    await places(box, "Read here", ["INBOX seen"]);
    expect(await seenOnServer(box, "Left alone")).toBe(false);
    expect((await stored(box, "Left alone"))[0]).toMatchObject({ readAt: null });
    const [thread] = await database.db.select().from(threads).where(eq(threads.id, here!.threadId));
    expect(thread!.unreadCount).toBeLessThanOrEqual(1);

    const inInbox = ["mailbox", "INBOX", ...one("Read there")];
    await world.servers.doveadm("flags", "remove", "-u", box.address, "\\Seen", ...inInbox);
    await until(async () => (await stored(box, "Read there"))[0]?.readAt === null);
  });

  test("a renamed folder keeps what is known of it; one that is deleted keeps nobody from reading", async () => {
    const box = await connect(USERS[4]!, { sentFolder: "Outgoing" });
    await world.servers.doveadm("mailbox", "create", "-u", box.address, "Outgoing");
    const stopWorker = startWorker({ pace });
    const sentRow = async () =>
      (await database.db.select().from(mailboxFolders).where(eq(mailboxFolders.mailboxId, box.id))).filter(
        ({ role, uidValidity }) => role === "sent" && uidValidity !== null,
      );
    const [before] = await until(async () => {
      const rows = await sentRow();
      return rows[0]?.path === "Outgoing" && rows;
    });

    // A look between the two would find neither name, and take another folder for Sent.
    await stopWorker();
    await world.servers.doveadm("mailbox", "rename", "-u", box.address, "Outgoing", "Gone out");
    await database.db.update(mailboxes).set({ sentFolder: "Gone out" }).where(eq(mailboxes.id, box.id));
    startWorker({ pace });
    const after = await until(async () => {
      const rows = await sentRow();
      return rows[0]?.path === "Gone out" && rows;
    });
    await world.servers.doveadm("mailbox", "delete", "-u", box.address, "-s", "Gone out");
    await put(box, "INBOX", "After it was deleted");

    expect(after).toMatchObject([{ id: before!.id, uidValidity: before!.uidValidity }]);
    await places(box, "After it was deleted", ["INBOX"]);
  });
});
