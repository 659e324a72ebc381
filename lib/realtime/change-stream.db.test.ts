import { afterEach, expect, test } from "vitest";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import type { Role } from "@/lib/domain/roles";
import { changeStream } from "./change-stream";
import type { Listener } from "./heard-by";
import { type Change, notifyChange } from "./notify";

const test_ = testDatabase();
const mine = crypto.randomUUID();
const me = crypto.randomUUID();
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** Opens a stream and answers what it said so far, once `until` is among it. */
function follow(
  options: {
    isAllowed?: () => Promise<boolean>;
    seenAmong?: Listener["seenAmong"];
    role?: Role;
    checkEveryMs?: number;
    since?: number;
  } = {},
) {
  const closing = new AbortController();
  closers.push(() => closing.abort());
  const { isAllowed = async () => true, checkEveryMs = 60_000, seenAmong = null, role = "sdr", ...since } = options;
  const listener: Listener = { memberId: me, role, seenAmong };
  const askAgain = async () => ((await isAllowed()) ? listener : null);
  const stream = changeStream({
    workspaceId: mine,
    listener,
    askAgain,
    checkEveryMs,
    signal: closing.signal,
    ...since,
  });
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

/** Waits until changes are heard, then tells. */
async function tellOnceHeard(stream: ReturnType<typeof follow>, changes: Omit<Change, "workspaceId">[]) {
  await stream.read("event: everything");
  await expect
    .poll(
      async () =>
        (await test_.pool.query("select 1 from pg_stat_activity where query = 'listen threadwell_changes'")).rowCount,
    )
    .toBe(1);
  await test_.db.transaction(async (tx) => {
    for (const change of changes) await notifyChange(tx, { workspaceId: mine, ...change });
  });
}

test("who is narrowed hears of the threads they see, and no number of another", async () => {
  const stream = follow({ seenAmong: async (ids) => ids.filter((id) => id < 10) });
  await tellOnceHeard(stream, [
    { kind: "thread", threadId: 77 },
    { kind: "presence", threadId: 77 },
    { kind: "threads", threadIds: [3, 77] },
    { kind: "threads", threadIds: [4, 5] },
    { kind: "mailbox", mailboxId: me },
    { kind: "thread", threadId: 6, arrived: true },
  ]);

  const said = await stream.read('"threadId":6');
  // The numbers of events are times.
  expect(said.match(/^data: .*$/gm)?.join()).not.toContain("77");
  expect(said).not.toContain(me);
  expect(said.match(/data: .*/g)!.slice(-4)).toEqual([
    'data: {"kind":"threads"}',
    'data: {"kind":"threads","threadIds":[4,5]}',
    'data: {"kind":"mailbox"}',
    'data: {"kind":"thread","threadId":6,"arrived":true}',
  ]);
});

test("what is personal is told to its member alone, without a name, and what the team plans to no client", async () => {
  const [own, client] = [follow(), follow({ role: "client" })];
  await client.read("event: everything");
  await tellOnceHeard(own, [
    { kind: "personal", memberId: crypto.randomUUID() },
    { kind: "personal", memberId: me },
    { kind: "presence", threadId: 8 },
    { kind: "review" },
    { kind: "thread", threadId: 9 },
  ]);

  const said = await own.read('"threadId":9');
  expect(said.match(/"personal"/g)).toHaveLength(1);
  expect(said).not.toContain(me);
  const heard = await client.read('"threadId":9');
  expect(heard).not.toMatch(/presence|review/);
});

test("a stream ends at once when its member's access ends, and others' streams go on", async () => {
  let allowed = true;
  const [mineAlone, others] = [follow({ isAllowed: async () => allowed }), follow()];
  await others.read("event: everything");
  await tellOnceHeard(mineAlone, [
    { kind: "access", memberId: crypto.randomUUID() },
    { kind: "thread", threadId: 1 },
  ]);
  await mineAlone.read('"threadId":1');
  allowed = false;
  await test_.db.transaction(async (tx) => {
    await notifyChange(tx, { workspaceId: mine, kind: "access", memberId: me });
    await notifyChange(tx, { workspaceId: mine, kind: "thread", threadId: 2 });
  });

  await expect(mineAlone.read('"threadId":2')).rejects.toThrow("ended after");
  expect(await others.read('"threadId":2')).not.toContain("access");
});
