import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { count, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mailboxes, replies } from "@/lib/db/schema";
import { makeMailbox, makeWorld } from "@/lib/testing/factories";
import { makeReply, sendingThrough } from "@/lib/testing/make-reply";
import { startSmtpServer, type Answer, type CountingServer } from "@/lib/testing/smtp-server";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { workerProcess } from "@/lib/testing/worker-program";

const KILLS = Number(process.env.KILLS ?? 10);
const REPLIES = Number(process.env.REPLIES ?? 60);
const WORKERS = 2;
const MAILBOXES = 4;
const LEASE_MS = 1_500;

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-kill-"));
const running = new Set<ChildProcess>();
const loaded = new Map<ChildProcess, Promise<void>>();
/** Exit codes of workers that ended in an error of their own. */
const faults: number[] = [];
let server: CountingServer;

beforeAll(async () => {
  server = await startSmtpServer();
  const pause = (): Answer => ({ waitMs: Math.random() * 120 });
  server.behave({ onMailFrom: pause, onRcptTo: pause, onBody: pause, onEnd: pause, onTaken: pause });
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function startWorker(): ChildProcess {
  const child = fork(workerProcess(), [String(LEASE_MS), "250"], {
    env: {
      ...process.env,
      DATABASE_URL: test_.url,
      DATA_DIR: folder,
      ALLOW_PRIVATE_HOSTS: `127.0.0.1:${server.port}`,
      SANDBOX: "off",
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  running.add(child);
  loaded.set(child, new Promise((resolve) => child.once("message", () => resolve())));
  child.once("exit", (code) => {
    running.delete(child);
    if (code) faults.push(code);
  });
  return child;
}

async function fillOutbox(): Promise<void> {
  const world = await makeWorld(test_.db);
  const { workspaceId } = world;
  const boxes = [world.mailbox];
  while (boxes.length < MAILBOXES) boxes.push(await makeMailbox(test_.db, { workspaceId }));
  await test_.db.update(mailboxes).set(sendingThrough(server)).where(eq(mailboxes.workspaceId, workspaceId));
  // A few bodies are long, so that a kill can hit the middle of one.
  const long = `<p>${"Every word of this counts. ".repeat(12_000)}</p>`;
  for (let index = 0; index < REPLIES; index++) {
    const body = index % 5 === 0 ? { bodyHtml: long } : {};
    const later = { status: "scheduled", dueAt: new Date(Date.now() + 86_400_000) } as const;
    await makeReply(test_.db, { ...world, mailbox: boxes[index % MAILBOXES]! }, { ...later, ...body });
  }
}

async function unsettled(): Promise<number> {
  if (faults.length > 0) throw new Error("a worker ended by itself");
  const isOpen = inArray(replies.status, ["scheduled", "queued", "sending"]);
  return (await test_.db.select({ n: count() }).from(replies).where(isOpen))[0]!.n;
}

/** Makes the next part of the outbox due, so that mail moves through all of the kills. */
async function release(howMany: number): Promise<void> {
  const next = test_.db
    .select({ id: replies.id })
    .from(replies)
    .where(eq(replies.status, "scheduled"))
    .orderBy(replies.id)
    .limit(howMany);
  await test_.db.update(replies).set({ status: "queued", dueAt: new Date() }).where(inArray(replies.id, next));
}

/**
 * Kills a random worker again and again, each time at a random moment while mail moves, and starts another.
 * @returns how many of the kills came while replies were being sent
 */
async function killAtRandom(workers: ChildProcess[]): Promise<number> {
  let midway = 0;
  for (let kills = 0; kills < KILLS; kills++) {
    // A worker that has only begun to load has nothing to lose; mail is let go when both are there to send it.
    for (const worker of workers) await loaded.get(worker);
    const before = server.begun.length;
    await release(Math.ceil(REPLIES / KILLS));
    for (const since = Date.now(); server.begun.length === before; await sleep(5)) {
      await unsettled();
      if (Date.now() - since > 30_000) throw new Error("no mail moves");
    }
    await sleep(Math.random() * 400);
    if ((await countOf("sending")) > 0) midway++;
    const victim = Math.floor(Math.random() * workers.length);
    const gone = new Promise((resolve) => workers[victim]!.once("exit", resolve));
    workers[victim]!.kill("SIGKILL");
    await gone;
    workers[victim] = startWorker();
  }
  await release(REPLIES);
  return midway;
}

const countOf = async (status: "sending") =>
  (await test_.db.select({ n: count() }).from(replies).where(eq(replies.status, status)))[0]!.n;

test(
  "whatever is killed when, no message reaches the server twice, none is missing, and each unknown has its mark",
  { timeout: 120_000 + KILLS * 30_000 + REPLIES * 3_000 },
  async () => {
    await fillOutbox();
    const workers = Array.from({ length: WORKERS }, startWorker);

    const midway = await killAtRandom(workers);
    while ((await unsettled()) > 0) await sleep(200);

    const rows = await test_.db.select().from(replies);
    const unknown = rows.filter(({ status }) => status === "unknown");
    const times = (ids: string[], id: string) => ids.filter((each) => each === id).length;
    const takenIds = server.taken.map(({ messageId }) => messageId);
    const cut = unknown.filter(({ messageId }) => !takenIds.includes(messageId)).length;
    process.stdout.write(
      `\n${KILLS} kills (${midway} while sending), ${rows.length} replies: ${rows.length - unknown.length} sent, ${unknown.length} unknown ` +
        `(${unknown.length - cut} had arrived, ${cut} had not); ${takenIds.length} messages taken by the server\n`,
    );

    // Kills of idle workers would show nothing.
    expect(midway).toBeGreaterThanOrEqual(KILLS / 2);
    expect(rows).toHaveLength(REPLIES);
    expect(rows.map(({ status }) => status).filter((status) => status !== "sent" && status !== "unknown")).toEqual([]);
    // Neither a whole message nor the beginning of one reached the server a second time.
    expect(takenIds.filter((id) => times(takenIds, id) > 1)).toEqual([]);
    expect(server.begun.filter((id) => times(server.begun, id) > 1)).toEqual([]);
    // What counts as sent is with the server; what is unknown was marked; nothing the server has is unaccounted for.
    const missing = rows.filter(({ status, messageId }) => status === "sent" && !takenIds.includes(messageId));
    expect(missing).toEqual([]);
    expect(unknown.filter(({ markedAt }) => markedAt === null)).toEqual([]);
    const known = new Set(rows.map(({ messageId }) => messageId));
    expect(takenIds.filter((id) => !known.has(id))).toEqual([]);
    await expectPutAway(rows.length - unknown.length);
    await endGracefully(workers);
  },
);

/** What was sent stands in its thread, once, even where the worker died between the server's 250 and the storing. */
async function expectPutAway(sent: number): Promise<void> {
  // The sweep looks after what lost its job a minute after it was sent; nobody wants to wait for that here.
  await test_.db.update(replies).set({ sentAt: sql`${replies.sentAt} - interval '2 minutes'` });
  const stored = async () =>
    (
      await test_.db
        .select({ n: sql<number>`count(distinct ${replies.sentMessageId})`.mapWith(Number) })
        .from(replies)
        .where(sql`${replies.status} = 'sent' and ${replies.filedAt} is not null`)
    )[0]!.n;
  for (const since = Date.now(); (await stored()) < sent && Date.now() - since < 60_000;) await sleep(200);
  expect(await stored()).toBe(sent);
}

async function endGracefully(workers: ChildProcess[]): Promise<void> {
  for (const worker of workers) await loaded.get(worker);
  const codes = workers.map(
    (worker) => new Promise<number | null>((resolve) => worker.once("exit", (code) => resolve(code))),
  );
  for (const worker of workers) worker.kill("SIGTERM");
  expect(await Promise.all(codes)).toEqual(workers.map(() => 0));
}
