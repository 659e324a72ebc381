import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { events, leads, mailboxes, mailboxFolders, messages, threads } from "@/lib/db/schema";
import { appendToSent } from "@/lib/mail/imap/append";
import { connectImap } from "@/lib/mail/imap/connect";
import { createMailbox } from "@/lib/services/mailboxes/create-mailbox";
import { disableMailbox } from "@/lib/services/mailboxes/disable-mailbox";
import { updateMailbox } from "@/lib/services/mailboxes/update-mailbox";
import { requestSync } from "@/lib/services/replies/request-sync";
import { contextOf, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { mailServersMissing, startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import type { Pace } from "./mailbox-reader";
import { runMailboxSync } from "./mailbox-sync";

const missing = mailServersMissing();
const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-sync-"));
const USERS = ["one", "two", "three", "four"].map((name) => ({
  address: `${name}@acme.test`,
  password: `pass-${name}`,
}));
const now = () => new Date();
const PATIENCE_MS = 45_000;

describe.skipIf(missing !== null)(`reading mailboxes${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let servers: MailServers;
  const running: { stop: () => Promise<void> }[] = [];

  beforeAll(async () => {
    servers = await startMailServers({ users: USERS });
    process.env.ALLOW_PRIVATE_HOSTS = servers.allow;
    process.env.DATA_DIR = folder;
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ stop }) => stop()));
    await database.db.update(mailboxes).set({ disabledAt: now(), leaseOwner: null, leaseUntil: null });
  });
  afterAll(async () => {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function startWorker(pace: Partial<Pace> = {}) {
    const ender = new AbortController();
    const workerId = newId();
    const ended = runMailboxSync({ db: database.db, now, workerId, signal: ender.signal, pace });
    const worker = { workerId, stop: () => (ender.abort(), ended) };
    running.push(worker);
    return worker;
  }

  async function connect(user: (typeof USERS)[number], { password = user.password } = {}) {
    const { id: workspaceId } = await makeWorkspace(database.db);
    const context = contextOf(await makeMember(database.db, { workspaceId, role: "admin" }), database.db);
    const { host, ports } = servers;
    const imap = { imapHost: host, imapPort: ports.imap, imapSecurity: "none" as const, imapUser: user.address };
    const smtp = { smtpHost: host, smtpPort: ports.submission, smtpSecurity: "none" as const, smtpUser: user.address };
    const form = { address: user.address, displayName: "Sam Reed", signatureHtml: "", ...imap, ...smtp };
    const { id } = await createMailbox(context, { ...form, imapPassword: password, smtpPassword: password });
    return { id, workspaceId, context, form, user };
  }
  type Box = Awaited<ReturnType<typeof connect>>;

  const rowOf = async (id: string) => (await database.db.select().from(mailboxes).where(eq(mailboxes.id, id)))[0]!;
  const found = (box: Box, subject: string) =>
    database.db
      .select()
      .from(messages)
      .where(and(eq(messages.mailboxId, box.id), eq(messages.subject, subject)));
  const mailFor = (box: Box, subject: string, more = {}) =>
    rawMail({ from: "Una <una@lead.test>", to: box.user.address, subject, ...more });
  const imapOf = ({ user }: Box) =>
    ({
      host: servers.host,
      port: servers.ports.imap,
      security: "none",
      user: user.address,
      password: user.password,
    }) as const;

  /** Waits as long as a busy machine may take, and far less than a mailbox that nobody wakes is left alone. */
  async function until<Value>(read: () => Promise<Value | undefined | false | null>): Promise<Value> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const value = await read();
      if (value) return value;
      if (Date.now() > deadline) throw new Error(`not within ${PATIENCE_MS} ms`);
      await sleep(25);
    }
  }
  const connected = (box: Box) => until(async () => (await rowOf(box.id)).state === "connected");
  const arrived = (box: Box, subject: string) => until(async () => (await found(box, subject))[0]);

  test("new mail is in its thread as soon as it is delivered, though another program has read it already", async () => {
    const box = await connect(USERS[0]!);
    startWorker();
    await connected(box);
    for (const subject of ["First", "Second", "Third"]) {
      await servers.deliver(mailFor(box, subject), box.user.address);
      await arrived(box, subject);
    }

    await running.splice(0)[0]!.stop();
    await servers.deliver(mailFor(box, "Seen elsewhere"), box.user.address);
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
    await servers.deliver(
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
    await servers.deliver(mailFor(box, "Before"), box.user.address);
    await arrived(box, "Before");
    const count = await database.db.$count(messages, eq(messages.mailboxId, box.id));

    await servers.stopImap();
    await servers.startImap();
    await servers.doveadm("mailbox", "update", "-u", box.user.address, "--uid-validity", "424242", "INBOX");
    await servers.deliver(mailFor(box, "After"), box.user.address);
    await arrived(box, "After");

    const isInbox = and(eq(mailboxFolders.mailboxId, box.id), eq(mailboxFolders.role, "inbox"));
    await until(
      async () => (await database.db.select().from(mailboxFolders).where(isInbox))[0]?.uidValidity === 424_242,
    );
    expect(await database.db.$count(messages, eq(messages.mailboxId, box.id))).toBe(count + 1);
  });

  test("a server that goes away and comes back is read on, and the page could tell why it was silent", async () => {
    const box = await connect(USERS[1]!);
    startWorker({ grace: 1_000 });
    await connected(box);

    await servers.stopImap();
    const failing = await until(async () => {
      const row = await rowOf(box.id);
      return row.state === "failing" && row;
    });
    await servers.startImap();
    await servers.deliver(mailFor(box, "After the break"), box.user.address);

    expect(failing).toMatchObject({ stateReason: "network", nextAttemptAt: expect.any(Date) });
    await arrived(box, "After the break");
    await connected(box);
    expect(await rowOf(box.id)).toMatchObject({ stateReason: null, nextAttemptAt: null });
  });

  test("a refused password is told, delays no other mailbox, and is forgotten with the right one", async () => {
    const wrong = await connect(USERS[2]!, { password: "not it" });
    const well = await connect(USERS[3]!);
    startWorker();

    await until(async () => (await rowOf(wrong.id)).stateReason === "auth");
    await connected(well);
    await servers.deliver(mailFor(well, "Meanwhile"), well.user.address);
    await arrived(well, "Meanwhile");
    const { password } = USERS[2]!;
    await updateMailbox(wrong.context, {
      ...wrong.form,
      mailboxId: wrong.id,
      imapPassword: password,
      smtpPassword: "",
    });

    await connected(wrong);
    expect((await rowOf(wrong.id)).stateReason).toBeNull();
  });

  test("two workers never read one mailbox; what one leaves the other takes", async () => {
    const box = await connect(USERS[0]!);
    const workers = [startWorker(), startWorker()];
    await connected(box);
    await sleep(2_500);

    const { stdout } = await servers.doveadm("who", "-1", box.user.address);
    const holder = (await rowOf(box.id)).leaseOwner;
    await workers.find(({ workerId }) => workerId === holder)!.stop();

    expect(stdout.trim().split("\n").slice(1)).toHaveLength(1);
    const heir = workers.find(({ workerId }) => workerId !== holder)!;
    await until(async () => (await rowOf(box.id)).leaseOwner === heir.workerId);
  });

  test("a fresh sync that somebody asks for is done at once, Sent included", async () => {
    const box = await connect(USERS[3]!);
    startWorker();
    await connected(box);
    await appendToSent(imapOf(box), rawMail({ from: box.user.address, to: "jo@new.test", subject: "Asked" }));

    await requestSync(database.db, now, box.id);

    await until(async () => {
      const { lastSyncedAt, syncRequestedAt } = await rowOf(box.id);
      return lastSyncedAt! > syncRequestedAt!;
    });
    expect(await found(box, "Asked")).toHaveLength(1);
  });

  test("a disabled mailbox is left alone", async () => {
    const box = await connect(USERS[3]!);
    startWorker();
    await connected(box);

    await disableMailbox(box.context, { mailboxId: box.id });

    await until(async () => {
      const { stdout } = await servers.doveadm("who", "-1", box.user.address);
      return !stdout.includes(box.user.address);
    });
    expect((await rowOf(box.id)).state).toBe("disabled");
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

    await servers.deliver(mailFor(box, "Poison"), box.user.address);
    await servers.deliver(mailFor(box, "After the poison"), box.user.address);

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
