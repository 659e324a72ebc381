import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { newSecret } from "@/lib/core/ids";
import { openDatabase, type Database } from "@/lib/db/client";
import { startEmbeddedServer } from "@/lib/db/embedded/server";
import { mailboxes, members } from "@/lib/db/schema";
import { closeSender } from "@/lib/jobs/enqueue";
import type { Context } from "@/lib/services/context";
import { mailServersMissing, startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { startSmtpServer, type CountingServer } from "@/lib/testing/smtp-server";
import { startTestApp } from "../../e2e/running-app";
import type { Undo } from "../undo-at-end";
import { fillTeam } from "./fill/fill-team";
import type { Team } from "./fill/thread-rows";
import { insertMailboxes, MAILBOX_USERS } from "./mailboxes";

export type Office = {
  url: string;
  admin: { email: string; password: string };
  ctx: Context;
  db: Database;
  /** Takes every reply; says when. */
  smtp: CountingServer;
  /** When the mail server took a reply, by Message-ID, in ms. */
  takenAt: Map<string, number>;
  imap: MailServers | null;
  threads: number;
  team: Team;
  fillSeconds: number;
};

const ADMIN = { email: "nia@bench.test", password: "nia-has-a-long-one" };
const SYNC_LIMIT_MS = 60_000;

/** Starts database, mail servers and the whole app over the production build, in a folder of its own, and fills the team. */
export async function startOffice(messages: number, undo: Undo): Promise<Office> {
  const folder = mkdtempSync(path.join(tmpdir(), "threadwell-bench-"));
  chmodSync(folder, 0o755);
  undo.push(async () => rmSync(folder, { recursive: true, force: true }));
  // Whatever is started from here on keeps its files in the folder, and goes with it.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = path.join(folder, "tmp");
  mkdirSync(process.env.TMPDIR, { mode: 0o755 });
  undo.push(async () => (before === undefined ? delete process.env.TMPDIR : (process.env.TMPDIR = before)));

  const server = await startEmbeddedServer({ dataDir: path.join(folder, "database"), owner: "npm run bench" });
  undo.push(server.stop);
  const { smtp, takenAt, imap } = await startMail(undo);
  const secrets = { AUTH_SECRET: newSecret(), ENCRYPTION_KEY: newSecret() };
  const app = await startTestApp(server.url("").replace(/\/$/, ""), {
    ...secrets,
    SANDBOX: "off",
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ALLOW_PRIVATE_HOSTS: [`${smtp.host}:${smtp.port}`, ...(imap ? [imap.allow] : [])].join(","),
    LOG_LEVEL: "error",
  });
  undo.push(app.stop);
  Object.assign(process.env, secrets, { DATABASE_URL: app.databaseUrl!, LOG_LEVEL: "silent" });
  const { db, pool } = openDatabase(app.databaseUrl!);
  undo.push(async () => (await closeSender(), await pool.end()));
  return { url: app.url, admin: ADMIN, db, smtp, takenAt, imap, ...(await fill(db, messages, smtp, imap)) };
}

async function startMail(undo: Undo) {
  const takenAt = new Map<string, number>();
  const smtp = await startSmtpServer({ requireAuth: true });
  smtp.behave({ onTaken: () => void takenAt.set(smtp.taken.at(-1)!.messageId, Date.now()) as undefined });
  undo.push(smtp.stop);
  const imap = hasMailServers() ? await startMailServers({ users: MAILBOX_USERS }) : null;
  if (imap) undo.push(() => imap.stop());
  return { smtp, takenAt, imap };
}

/** In CI the tests insist on mail servers; a bench is glad of what there is. */
function hasMailServers(): boolean {
  try {
    return mailServersMissing() === null;
  } catch {
    return false;
  }
}

async function fill(db: Database, messages: number, smtp: CountingServer, imap: MailServers | null) {
  const [admin] = await db
    .update(members)
    .set({ undoSeconds: 0, name: "Nia Hart" })
    .where(eq(members.email, ADMIN.email))
    .returning();
  const { workspaceId, id: memberId, role, name, email } = admin!;
  const boxes = await insertMailboxes(db, workspaceId, smtp, imap);
  if (imap) await connected(db);
  const started = performance.now();
  const { threads, team } = await fillTeam({ db, workspaceId, memberId, mailboxes: boxes, now: new Date() }, messages);
  const fillSeconds = (performance.now() - started) / 1000;
  const ctx: Context = { actor: { memberId, workspaceId, role, name, email, scope: null }, db, now: () => new Date() };
  return { ctx, threads, team, fillSeconds };
}

async function connected(db: Database): Promise<void> {
  for (const until = Date.now() + SYNC_LIMIT_MS; ; await sleep(200)) {
    const states = await db.select({ state: mailboxes.state, reason: mailboxes.stateReason }).from(mailboxes);
    if (states.every(({ state }) => state === "connected")) return;
    if (Date.now() > until) throw new Error(`The mailboxes were not connected: ${JSON.stringify(states)}`);
  }
}
