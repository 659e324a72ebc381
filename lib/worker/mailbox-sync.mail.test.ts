import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { disableMailbox } from "@/lib/services/mailboxes/disable-mailbox";
import { updateMailbox } from "@/lib/services/mailboxes/update-mailbox";
import { useFormMailboxes } from "@/lib/testing/form-mailboxes";
import { mailServersMissing } from "@/lib/testing/mail-servers";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const missing = mailServersMissing();
const database = testDatabase();
const USERS = ["one", "two", "three", "four"].map((name) => ({
  address: `${name}@acme.test`,
  password: `pass-${name}`,
}));

describe.skipIf(missing !== null)(`the connection to a mailbox${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const { world, startWorker, rowOf, connect, until, connected, arrived, mailFor } = useFormMailboxes(database, USERS);

  test("a server that goes away and comes back is read on, and the page could tell why it was silent", async () => {
    const box = await connect(USERS[1]!);
    startWorker({ pace: { grace: 1_000 } });
    await connected(box);

    await world.servers.stopImap();
    const failing = await until(async () => {
      const row = await rowOf(box.id);
      return row.state === "failing" && row;
    });
    await world.servers.startImap();
    await world.servers.deliver(mailFor(box, "After the break"), box.user.address);

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
    await world.servers.deliver(mailFor(well, "Meanwhile"), well.user.address);
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
    const workers = [newId(), newId()].map((workerId) => ({ workerId, stop: startWorker({ workerId }) }));
    await connected(box);
    await sleep(2_500);

    const { stdout } = await world.servers.doveadm("who", "-1", box.user.address);
    const holder = (await rowOf(box.id)).leaseOwner;
    await workers.find(({ workerId }) => workerId === holder)!.stop();

    expect(stdout.trim().split("\n").slice(1)).toHaveLength(1);
    const heir = workers.find(({ workerId }) => workerId !== holder)!;
    await until(async () => (await rowOf(box.id)).leaseOwner === heir.workerId);
  });

  test("a disabled mailbox is left alone", async () => {
    const box = await connect(USERS[3]!);
    startWorker();
    await connected(box);

    await disableMailbox(box.context, { mailboxId: box.id });

    await until(async () => {
      const { stdout } = await world.servers.doveadm("who", "-1", box.user.address);
      return !stdout.includes(box.user.address);
    });
    expect((await rowOf(box.id)).state).toBe("disabled");
  });
});
