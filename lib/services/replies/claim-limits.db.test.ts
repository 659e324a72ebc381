import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { blocks, leads } from "@/lib/db/schema";
import { claimStage, MINUTE, now } from "@/lib/testing/claim-stage";
import { makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { claimReply } from "./claim-reply";

const test_ = testDatabase();
const { rowOf, setMailbox } = claimStage(() => test_.db);
let db: Database;
beforeAll(() => {
  db = test_.db;
});

const setLead = (world: World, values: Partial<typeof leads.$inferInsert>) =>
  db.update(leads).set(values).where(eq(leads.id, world.lead.id));

test("a machine's send to somebody who must not be written to is cancelled, a person's leaves", async () => {
  const world = await makeWorld(db);
  await setLead(world, { unsubscribedAt: new Date(Date.now() - 60 * MINUTE) });
  const [step, ordered] = [await makeReply(db, world, { origin: "machine" }), await makeReply(db, world)];

  expect(await claimReply(db, now, step.id)).toMatchObject({ kind: "stopped", reason: "lead_unsubscribed" });
  expect(await claimReply(db, now, ordered.id)).toMatchObject({ kind: "claimed" });
});

test("window, cap and gap put off what the machine sends by itself, and nothing that a person ordered", async () => {
  const world = await makeWorld(db);
  const noon = new Date("2026-11-19T12:00:00Z");
  const dueAt = new Date(noon.getTime() - MINUTE);
  await setMailbox(world, { timeZone: "UTC", dailyCap: 1, windowDays: [4], windowStart: "09:00", windowEnd: "17:00" });
  const due = { acceptedAt: dueAt, dueAt };
  await makeReply(db, world, { ...due, status: "sent", sentAt: dueAt });
  const [step, ordered] = [
    await makeReply(db, world, { ...due, origin: "machine" }),
    await makeReply(db, world, { ...due, scheduleCondition: "always" }),
  ];
  const nextThursday = new Date("2026-11-26T09:00:00Z");

  expect(await claimReply(db, () => noon, step.id)).toEqual({ kind: "later", until: nextThursday });
  expect(await rowOf(step.id)).toMatchObject({ status: "queued", heldReason: "cap", nextAttemptAt: nextThursday });
  expect(await claimReply(db, () => noon, step.id)).toEqual({ kind: "idle" });
  expect(await claimReply(db, () => noon, ordered.id)).toMatchObject({ kind: "claimed" });
});

test("what may have left counts for cap and gap as what has", async () => {
  const world = await makeWorld(db);
  const noon = new Date("2026-11-19T12:00:00Z");
  const due = { acceptedAt: new Date(noon.getTime() - MINUTE), dueAt: new Date(noon.getTime() - MINUTE) };
  await setMailbox(world, { timeZone: "UTC", minimumGap: 600 });
  await makeReply(db, world, { ...due, status: "unknown", markedAt: due.dueAt });
  const step = await makeReply(db, world, { ...due, origin: "machine" });
  const until = (iso: string) => ({ kind: "later", until: new Date(iso) });

  expect(await claimReply(db, () => noon, step.id)).toEqual(until("2026-11-19T12:09:00Z"));

  await setMailbox(world, { dailyCap: 1 });
  expect(await claimReply(db, () => new Date("2026-11-19T12:09:00Z"), step.id)).toEqual(until("2026-11-20T00:00:00Z"));
});

test("what is late after a standstill is the machine's, whatever its author knew, and its words are kept", async () => {
  const world = await makeWorld(db);
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
  await setLead(world, { doNotContactAt: minutesAgo(240) });
  const late = await makeReply(db, world, { acceptedAt: minutesAgo(180), dueAt: minutesAgo(61) });
  const inTime = await makeReply(db, world, { acceptedAt: minutesAgo(180), dueAt: minutesAgo(59) });

  expect(await claimReply(db, now, late.id)).toMatchObject({ kind: "stopped", reason: "lead_do_not_contact" });
  expect(await rowOf(late.id)).toMatchObject({ status: "cancelled", bodyHtml: late.bodyHtml });
  expect(await claimReply(db, now, inTime.id)).toMatchObject({ kind: "claimed" });
});

test("a recipient who was blocked since, in Bcc too, stops the reply", async () => {
  const world = await makeWorld(db);
  const reply = await makeReply(db, world, { bcc: [{ name: "", address: "boss@rival.test" }] });
  await db.insert(blocks).values({ workspaceId: world.workspaceId, kind: "domain", value: "rival.test" });

  expect(await claimReply(db, now, reply.id)).toEqual({ kind: "stopped", status: "failed", reason: "blocked" });
});
