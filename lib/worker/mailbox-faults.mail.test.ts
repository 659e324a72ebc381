import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { events } from "@/lib/db/schema";
import { IMAP_LIMITS } from "@/lib/mail/imap/config";
import type { MailboxRow } from "@/lib/testing/factories";
import { machineSlowness } from "@/lib/testing/machine-slowness";
import { mailServersMissing } from "@/lib/testing/mail-servers";
import { until, useMailWorld } from "@/lib/testing/mail-world";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { COMPARE_MS } from "./mailbox-folder-changes";

const missing = mailServersMissing();
const database = testDatabase();
const USERS = ["one", "two", "three", "four", "five", "six"].map((name) => ({
  address: `${name}@acme.test`,
  password: "pw",
}));
const pace = { lookEvery: 400 };
const limits = { ...IMAP_LIMITS };
const compare = { ...COMPARE_MS };

describe.skipIf(missing !== null)(`servers that misbehave${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const { world, connect, startWorker, stored, placesOf, rowOf } = useMailWorld(database, USERS);
  afterEach(() => {
    Object.assign(IMAP_LIMITS, limits);
    Object.assign(COMPARE_MS, compare);
  });

  const put = (box: MailboxRow, subject: string) =>
    world.servers.place(box.address, "INBOX", [rawMail({ from: "una@b.test", to: box.address, subject })]);
  const arrived = (box: MailboxRow, subject: string) =>
    until(async () => (await stored(box, subject)).length === 1, 20_000);
  const places = (box: MailboxRow, subject: string, expected: string[]) =>
    until(async () => (await placesOf(box, subject)).join() === expected.join());
  const failures = (box: MailboxRow) =>
    database.db
      .select()
      .from(events)
      .where(and(eq(events.workspaceId, box.workspaceId), eq(events.kind, "mailbox.failing")));
  const connected = (box: MailboxRow) => until(async () => (await rowOf(box.id)).state === "connected");

  test("a connection that has fallen silent is noticed, and another one reads on", async () => {
    // What a busy machine takes for an answer is no silence.
    IMAP_LIMITS.silenceMs = 1_500 * machineSlowness();
    const box = await connect(USERS[0]!);
    startWorker({ pace });
    await connected(box);

    world.line.setSilent(true);
    await put(box, "In the silence");
    await sleep(IMAP_LIMITS.silenceMs + 2_000);
    world.line.setSilent(false);

    await arrived(box, "In the silence");
    expect(await failures(box)).toEqual([]);
  });

  test("a server that says BYE and hangs up while it is waited on alarms nobody", async () => {
    const box = await connect(USERS[1]!);
    startWorker({ pace });
    await connected(box);

    world.line.hangUp("* BYE Server shutting down.");
    await put(box, "After the goodbye");

    await arrived(box, "After the goodbye");
    expect(await failures(box)).toEqual([]);
  });

  test("a wrong count of messages loses none and does not keep the reader busy", async () => {
    const box = await connect(USERS[2]!);
    world.line.setRewrite((line) => line.replace(/^\* \d+ EXISTS$/, "* 7 EXISTS"));
    startWorker({ pace: { lookEvery: 60_000 } });
    await connected(box);
    for (let n = 0; n < 40; n++) {
      world.line.say(`* ${n + 10} EXISTS`);
      await sleep(50);
    }
    const looks = world.line.asked("EXAMINE");
    await put(box, "Not counted");

    await arrived(box, "Not counted");
    // Two seconds of false news: one look at once, then after one and after five seconds.
    expect(world.line.asked("EXAMINE")).toBeLessThanOrEqual(looks + 4);
    expect(looks).toBeLessThan(20);
  });

  test("a server that tells neither changes nor arrivals is compared and polled", async () => {
    COMPARE_MS.silent = 500;
    const box = await connect(USERS[3]!);
    world.line.setRewrite((line) => line.replace(/ (CONDSTORE|QRESYNC|IDLE|ENABLE)\b/g, ""));
    startWorker({ pace });
    await connected(box);
    await put(box, "Polled");
    await arrived(box, "Polled");
    await places(box, "Polled", ["INBOX"]);

    const one = ["mailbox", "INBOX", "header", "subject", "Polled"];
    await world.servers.doveadm("flags", "add", "-u", box.address, "\\Seen", ...one);
    await places(box, "Polled", ["INBOX seen"]);
    await world.servers.doveadm("expunge", "-u", box.address, ...one);
    await places(box, "Polled", []);

    expect(await stored(box, "Polled")).toHaveLength(1);
  });

  test("what arrives between the search and the end of the first reading is read by the next look", async () => {
    const box = await connect(USERS[4]!);
    await put(box, "There before");
    let putting: Promise<void> | null = null;
    world.line.setRewrite((line) => {
      if (/SEARCH/.test(line)) putting ??= put(box, "Between");
      return line;
    });
    startWorker({ pace });

    await arrived(box, "There before");
    await arrived(box, "Between");
    expect(putting).not.toBeNull();
  });

  test("a connection that does not last is tried less and less often, though each of them could be read", async () => {
    const box = await connect(USERS[5]!);
    startWorker({ pace });
    await connected(box);
    const before = world.line.opened();
    for (let n = 0; n < 120; n++) {
      world.line.hangUp("* BYE Too busy.");
      await sleep(50);
    }

    // Six seconds: after one, two and four seconds, each with its jitter.
    expect(world.line.opened() - before).toBeLessThanOrEqual(4);
    expect(await failures(box)).toEqual([]);
  });

  test("more mailboxes than connections take turns, and each is read", async () => {
    const boxes = await Promise.all(USERS.map((user) => connect(user)));
    world.line.forgetMost();
    startWorker({ pace: { lookEvery: 1_000 }, connections: { perHost: () => 2, overall: 100 } });
    await Promise.all(boxes.map(connected));
    for (const box of boxes) await put(box, "In turn");

    await Promise.all(boxes.map((box) => arrived(box, "In turn")));
    // Two, and one that is being closed.
    expect(world.line.most()).toBeLessThanOrEqual(3);
  });
});
