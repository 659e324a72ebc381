import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { campaignMailboxes, campaigns } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { contextOf, makeMailbox, makeWorld, type World } from "@/lib/testing/factories";
import { bytes, check, write } from "@/lib/testing/table-imports";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const database = testDatabase();
let world: World;
let admin: Context;
beforeEach(async () => {
  world = await makeWorld(database.db);
  admin = contextOf(world.admin, database.db);
});

describe("campaigns", () => {
  test("are made and found again by number or name, and get the mailboxes that are named", async () => {
    const { workspaceId, mailbox } = world;
    const other = await makeMailbox(database.db, { workspaceId, address: "two@acme.test" });
    const table = bytes(
      "Name,Number,Mailboxes",
      `Nordic freight,4711,${mailbox.address}; two@acme.test`,
      "Spring 27,,",
      "Nobody's,,who@acme.test",
    );

    const first = await write(admin, table, { kind: "campaigns", leaveOut: 1 });
    const again = await write(admin, table, { kind: "campaigns", leaveOut: 1 });
    const renamed = await write(admin, bytes("name,number", "Nordic Q4,4711"), { kind: "campaigns" });

    expect(first.counts).toEqual({ new: 2, update: 0, same: 0, wrong: 1 });
    expect(again.counts).toEqual({ new: 0, update: 0, same: 2, wrong: 1 });
    expect(renamed.counts).toMatchObject({ update: 1 });
    const rows = await database.db.select().from(campaigns).where(eq(campaigns.workspaceId, workspaceId));
    const nordic = rows.find(({ number }) => number === 4711)!;
    expect(nordic.name).toBe("Nordic Q4");
    const sending = await database.db
      .select({ id: campaignMailboxes.mailboxId })
      .from(campaignMailboxes)
      .where(eq(campaignMailboxes.campaignId, nordic.id));
    expect(sending.map(({ id }) => id).toSorted()).toEqual([mailbox.id, other.id].toSorted());
    expect(rows.filter(({ name }) => name === "Spring 27")).toHaveLength(1);
  });
});

test("importing is the admin's, and knows nothing of another workspace", async () => {
  const table = bytes("email", world.lead.email);
  for (const member of [world.member, world.manager]) {
    const context = contextOf(member, database.db);
    await expect(check(context, table, { kind: "leads" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(write(context, table, { kind: "leads" })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const stranger = contextOf((await makeWorld(database.db)).admin, database.db);
  expect((await check(stranger, table, { kind: "leads" })).counts.new).toBe(1);
});
