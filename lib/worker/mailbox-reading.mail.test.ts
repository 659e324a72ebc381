import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, leads, mailboxFolders, messages, threads } from "@/lib/db/schema";
import { appendToSent } from "@/lib/mail/imap/append";
import { connectImap } from "@/lib/mail/imap/connect";
import { requestSync } from "@/lib/services/replies/request-sync";
import { useFormMailboxes } from "@/lib/testing/form-mailboxes";
import { mailServersMissing } from "@/lib/testing/mail-servers";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const missing = mailServersMissing();
const database = testDatabase();
const USERS = ["one", "two", "three", "four"].map((name) => ({
  address: `${name}@acme.test`,
  password: `pass-${name}`,
}));

describe.skipIf(missing !== null)(`what is read of a mailbox${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const { world, startWorker, rowOf, connect, found, until, connected, arrived, mailFor, imapOf } = useFormMailboxes(
    database,
    USERS,
  );

  test("new mail is in its thread as soon as it is delivered, though another program has read it already", async () => {
    const box = await connect(USERS[0]!);
    const stopWorker = startWorker();
    await connected(box);
    for (const subject of ["First", "Second", "Third"]) {
      await world.servers.deliver(mailFor(box, subject), box.user.address);
      await arrived(box, subject);
    }

    await stopWorker();
    await world.servers.deliver(mailFor(box, "Seen elsewhere"), box.user.address);
    const other = await connectImap(imapOf(box));
    await other.mailboxOpen("INBOX");
    await other.noop();
    await until(async () => (await other.search({ subject: "Seen elsewhere" })) || null);
    await other.messageFlagsAdd({ subject: "Seen elsewhere" }, ["\\Seen"]);
    await other.logout();
    startWorker();

    expect(await arrived(box, "Seen elsewhere")).toMatchObject({ direction: "in", readAt: null });
  });

  test("whoever was written to from another program is a lead of Direct, also at the first reading", async () => {
    const box = await connect(USERS[0]!);
    const sent = rawMail({
      from: box.user.address,
      to: "Ivo Falk <ivo@new.test>",
      subject: "From my phone",
      messageId: "phone1@acme.test",
    });
    expect(await appendToSent(imapOf(box), sent, { messageId: "phone1@acme.test" })).toBe("filed");
    expect(await appendToSent(imapOf(box), sent, { messageId: "phone1@acme.test" })).toBe("there");
    await world.servers.deliver(
      mailFor(box, "Re: From my phone", { from: "ivo@new.test", inReplyTo: "phone1@acme.test" }),
      box.user.address,
    );
    startWorker();

    const answer = await arrived(box, "Re: From my phone");

    const [thread] = await database.db.select().from(threads).where(eq(threads.id, answer.threadId));
    const [lead] = await database.db.select().from(leads).where(eq(leads.id, thread!.leadId!));
    expect(thread).toMatchObject({ kind: "lead", messageCount: 2, subject: "From my phone" });
    expect(lead).toMatchObject({ email: "ivo@new.test", firstName: "Ivo" });
    expect(await found(box, "From my phone")).toHaveLength(1);
  });

  test("a change of UIDVALIDITY is a resync without doubles", async () => {
    const box = await connect(USERS[1]!);
    startWorker();
    await connected(box);
    await world.servers.deliver(mailFor(box, "Before"), box.user.address);
    await arrived(box, "Before");
    const count = await database.db.$count(messages, eq(messages.mailboxId, box.id));

    await world.servers.stopImap();
    await world.servers.startImap();
    await world.servers.doveadm("mailbox", "update", "-u", box.user.address, "--uid-validity", "424242", "INBOX");
    await world.servers.deliver(mailFor(box, "After"), box.user.address);
    await arrived(box, "After");

    const isInbox = and(eq(mailboxFolders.mailboxId, box.id), eq(mailboxFolders.role, "inbox"));
    await until(
      async () => (await database.db.select().from(mailboxFolders).where(isInbox))[0]?.uidValidity === 424_242,
    );
    expect(await database.db.$count(messages, eq(messages.mailboxId, box.id))).toBe(count + 1);
  });

  test("a fresh sync that somebody asks for is done at once, Sent included", async () => {
    const box = await connect(USERS[3]!);
    startWorker();
    await connected(box);
    await appendToSent(imapOf(box), rawMail({ from: box.user.address, to: "jo@new.test", subject: "Asked" }));

    await requestSync(database.db, () => new Date(), box.id);

    await until(async () => {
      const { lastSyncedAt, syncRequestedAt } = await rowOf(box.id);
      return lastSyncedAt! > syncRequestedAt!;
    });
    expect(await found(box, "Asked")).toHaveLength(1);
  });

  test("a look at INBOX alone is no fresh sync: an answer may lie in Junk", async () => {
    const box = await connect(USERS[3]!);
    startWorker({ pace: { lookEvery: 600_000 } });
    await connected(box);
    const { lastSyncedAt } = await until(async () => {
      const row = await rowOf(box.id);
      return row.lastSyncedAt && row;
    });

    await world.servers.deliver(mailFor(box, "A newsletter"), box.user.address);
    await arrived(box, "A newsletter");
    // Its look has ended when the next one has found something.
    await world.servers.deliver(mailFor(box, "And another"), box.user.address);
    await arrived(box, "And another");

    expect((await rowOf(box.id)).lastSyncedAt).toEqual(lastSyncedAt);
  });

  test("a message that cannot be stored is told and stops nothing", async () => {
    await database.db.execute(sql`create or replace function refuse() returns trigger language plpgsql as
      $$ begin if new.subject = 'Poison' then raise exception 'refused'; end if; return new; end $$`);
    await database.db.execute(
      sql`create trigger refuse before insert on messages for each row execute function refuse()`,
    );
    const box = await connect(USERS[2]!);
    startWorker();
    await connected(box);

    await world.servers.deliver(mailFor(box, "Poison"), box.user.address);
    await world.servers.deliver(mailFor(box, "After the poison"), box.user.address);

    await arrived(box, "After the poison");
    // The mail server may hand the two over in either order.
    await until(async () => (await skippedIn(box.workspaceId)).length > 0);
    expect(await skippedIn(box.workspaceId)).toHaveLength(1);
    await database.db.execute(sql`drop trigger refuse on messages`);
  });
});

const skippedIn = (workspaceId: string) =>
  database.db
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.kind, "message.skipped")));
