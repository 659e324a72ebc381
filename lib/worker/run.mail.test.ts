import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailboxes, replies, workers } from "@/lib/db/schema";
import { makeWorld, type World } from "@/lib/testing/factories";
import { makeReply, sendingThrough } from "@/lib/testing/make-reply";
import { startSmtpServer, type CountingServer } from "@/lib/testing/smtp-server";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { workerProcess } from "@/lib/testing/worker-program";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-run-"));
let server: CountingServer;
let world: World;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  server = await startSmtpServer();
});
beforeEach(async () => {
  world = await makeWorld(test_.db);
  await test_.db.update(mailboxes).set(sendingThrough(server)).where(eq(mailboxes.id, world.mailbox.id));
});
afterAll(async () => {
  worker?.kill("SIGKILL");
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function startWorker(): ChildProcess {
  return (worker = fork(workerProcess(), ["60000", "250"], {
    env: {
      ...process.env,
      DATABASE_URL: test_.url,
      DATA_DIR: folder,
      ALLOW_PRIVATE_HOSTS: `127.0.0.1:${server.port}`,
      SANDBOX: "off",
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  }));
}

const statusOf = async (id: string) =>
  (await test_.db.select({ status: replies.status }).from(replies).where(eq(replies.id, id)))[0]!.status;

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const since = Date.now(); !(await isSo()); await sleep(25)) {
    if (Date.now() - since > 30_000) throw new Error("waited in vain");
  }
}

test("a worker that is told to end finishes what it is sending, and takes nothing more", async () => {
  server.behave({ onEnd: () => ({ waitMs: 1_500 }) });
  const first = await makeReply(test_.db, world);
  const second = await makeReply(test_.db, world, { dueAt: new Date() });
  const child = startWorker();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await until(() => server.begun.length === 1);
  expect(await test_.db.select().from(workers)).toHaveLength(1);

  child.kill("SIGTERM");

  expect(await ended).toBe(0);
  expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(["sent", "queued"]);
  expect(server.taken.map(({ messageId }) => messageId)).toEqual([first.messageId]);
  expect(await test_.db.select().from(workers)).toEqual([]);
});

test("what became due while no worker ran leaves when one is back, though no order is in the queue", async () => {
  server.behave({});
  const reply = await makeReply(test_.db, world);

  const child = startWorker();
  await until(async () => (await statusOf(reply.id)) === "sent");

  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});
