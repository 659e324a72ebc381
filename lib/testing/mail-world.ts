import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll } from "vitest";
import { newId } from "@/lib/core/ids";
import { encrypt } from "@/lib/core/secrets";
import { mailboxes, mailboxFolders, messagePlaces, messages } from "@/lib/db/schema";
import { makeLead, makeMailbox, makeWorkspace, type MailboxRow } from "./factories";
import { startMailServers, type MailServers, type MailUser } from "./mail-servers";
import { startMailProxy, type MailProxy } from "./mail-proxy";
import type { TestDatabase } from "./test-db";
import { runMailboxSync, type MailboxSyncOptions } from "@/lib/worker/mailbox-sync";

export const LEAD = "lea@lead.test";

/**
 * Real mail servers behind a line that can misbehave, and workers that read mailboxes through it. For each mailbox a workspace of
 * its own with the lead `LEAD`. Call it in a `describe` that has the servers.
 */
export function useMailWorld(database: TestDatabase, users: MailUser[], { isBelowInbox = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "threadwell-sync-"));
  const world = {} as { servers: MailServers; line: MailProxy };
  const running: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    world.servers = await startMailServers({ users, isBelowInbox });
    world.line = await startMailProxy(world.servers.ports.imap);
    process.env.ALLOW_PRIVATE_HOSTS = `${world.servers.allow},127.0.0.1:${world.line.port}`;
    process.env.DATA_DIR = folder;
  });
  afterEach(async () => {
    world.line.setSilent(false);
    world.line.setRewrite((line) => line);
    await Promise.all(running.splice(0).map((stop) => stop()));
    await database.db.update(mailboxes).set({ disabledAt: new Date(), leaseOwner: null, leaseUntil: null });
  });
  afterAll(async () => {
    await world.line.stop();
    await world.servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    world,
    connect: async (user: MailUser, values: Partial<MailboxRow> = {}): Promise<MailboxRow> => {
      const { id: workspaceId } = await makeWorkspace(database.db);
      await makeLead(database.db, { workspaceId, email: LEAD });
      const id = newId();
      const imap = { imapHost: "127.0.0.1", imapPort: world.line.port, imapSecurity: "none" as const };
      const secret = { imapUser: user.address, imapPassword: encrypt(user.password, `mailbox:${id}:imap`) };
      const own = { id, workspaceId, address: user.address, state: "new" as const, ...imap, ...secret };
      return makeMailbox(database.db, { ...own, ...values });
    },
    startWorker: (
      options: Partial<Pick<MailboxSyncOptions, "pace" | "connections" | "workerId">> = {},
    ): (() => Promise<void>) => {
      const ender = new AbortController();
      const own = { db: database.db, now: () => new Date(), workerId: newId(), signal: ender.signal };
      const ended = runMailboxSync({ ...own, ...options });
      const stop = () => (ender.abort(), ended);
      running.push(stop);
      return stop;
    },
    rowOf: async (id: string) => (await database.db.select().from(mailboxes).where(eq(mailboxes.id, id)))[0]!,
    stored: (box: MailboxRow, subject: string) =>
      database.db
        .select()
        .from(messages)
        .where(and(eq(messages.mailboxId, box.id), eq(messages.subject, subject))),
    /** "INBOX", "Junk seen" …: where a message lies, as far as we know. */
    placesOf: async (box: MailboxRow, subject: string): Promise<string[]> => {
      const rows = await database.db
        .select({ path: mailboxFolders.path, isSeen: messagePlaces.isSeen })
        .from(messagePlaces)
        .innerJoin(mailboxFolders, eq(mailboxFolders.id, messagePlaces.folderId))
        .innerJoin(messages, eq(messages.id, messagePlaces.messageId))
        .where(and(eq(mailboxFolders.mailboxId, box.id), eq(messages.subject, subject)));
      return rows.map((row) => (row.isSeen ? `${row.path} seen` : row.path)).toSorted();
    },
  };
}

/** Waits until something can be read. @throws Error when it cannot within the time, in ms */
export async function until<Value>(
  read: () => Promise<Value | undefined | false | null>,
  within = 15_000,
): Promise<Value> {
  for (const deadline = Date.now() + within; ; await sleep(25)) {
    const value = await read();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`not within ${within} ms`);
  }
}
