import { afterEach, expect, test } from "vitest";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { changeStream } from "./change-stream";
import { notifyChange } from "./notify";

const test_ = testDatabase();
const mine = crypto.randomUUID();
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** Opens a stream and answers what it said so far, once `until` is among it. */
function follow(options: { isAllowed?: () => Promise<boolean>; checkEveryMs?: number; since?: number } = {}) {
  const closing = new AbortController();
  closers.push(() => closing.abort());
  const { isAllowed = async () => true, checkEveryMs = 60_000, ...since } = options;
  const stream = changeStream({ workspaceId: mine, isAllowed, checkEveryMs, signal: closing.signal, ...since });
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  const read = async (until: string) => {
    while (!said.includes(until)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`ended after: ${said}`);
      said += value;
    }
    return said;
  };
  return { read, reader };
}

test("a change is heard when its transaction commits, and other workspaces' never", async () => {
  const stream = follow();
  await stream.read("event: everything");
  // The listening connection says so when it stands.
  await expect
    .poll(
      async () =>
        (await test_.pool.query("select 1 from pg_stat_activity where query = 'listen threadwell_changes'")).rowCount,
    )
    .toBe(1);

  await test_.db.transaction(async (tx) => {
    await notifyChange(tx, { workspaceId: crypto.randomUUID(), kind: "thread", threadId: 1 });
    await notifyChange(tx, { workspaceId: mine, kind: "thread", threadId: 2 });
  });

  const said = await stream.read('"threadId":2');
  expect(said).toContain('event: changed\ndata: {"kind":"thread","threadId":2}');
  expect(said).not.toContain('"threadId":1');
  expect(said).not.toContain(mine);
});

test("who comes back is told what they missed, and not to read everything again", async () => {
  const first = follow();
  await first.read("event: everything");
  await expect
    .poll(
      async () =>
        (await test_.pool.query("select 1 from pg_stat_activity where query = 'listen threadwell_changes'")).rowCount,
    )
    .toBe(1);
  // The memory begins with the connection, a moment before which nobody can say what changed.
  await new Promise((later) => setTimeout(later, 2_500));
  const left = Date.now();
  await notifyChange(test_.db, { workspaceId: mine, kind: "thread", threadId: 7 });
  await first.read('"threadId":7');

  const back = await follow({ since: left }).read('"threadId":7');
  const tooLate = await follow({ since: left - 3_600_000 }).read("event: everything");

  expect(back).not.toContain("everything");
  expect(tooLate).not.toContain("threadId");
});

test("the stream ends when the listener may no longer hear", async () => {
  let allowed = true;
  const stream = follow({ isAllowed: async () => allowed, checkEveryMs: 20 });
  await stream.read("everything");
  await stream.read("\n\nid: ");
  allowed = false;
  await expect(stream.read("never said")).rejects.toThrow("ended after");
});

test("who leaves while they are asked whether they may stay has left, and nothing breaks", async () => {
  let answer: (allowed: boolean) => void = () => undefined;
  const asked = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  const { read, reader } = follow({ isAllowed: () => asked, checkEveryMs: 20 });
  await read("everything");
  await new Promise((later) => setTimeout(later, 40));

  await reader.cancel();
  answer(false);

  // A rejection that nobody handles would fail this file.
  await new Promise((later) => setTimeout(later, 20));
  expect((await reader.read()).done).toBe(true);
});

test("after the listening connection broke, everything counts as changed and hearing goes on", async () => {
  const stream = follow();
  await stream.read("event: everything");
  await test_.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen threadwell_changes' and datname = current_database()",
  );
  const again = follow();
  await again.read("event: everything");
  await expect
    .poll(
      async () => {
        await notifyChange(test_.db, { workspaceId: mine, kind: "threads" });
        return (
          await Promise.race([again.read('"kind":"threads"'), new Promise<string>((r) => setTimeout(r, 200, ""))])
        ).length;
      },
      { timeout: 10_000, interval: 300 },
    )
    .toBeGreaterThan(0);
  expect((await again.read('"kind":"threads"')).match(/event: everything/g)!.length).toBeGreaterThan(1);
});
