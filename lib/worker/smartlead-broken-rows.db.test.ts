import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listSmartleadBrokenRows } from "@/lib/services/smartlead/list-smartlead-broken-rows";
import { connectionRow, remoteHistories, storedHistories } from "@/lib/testing/smartlead-account";
import { until, useSmartleadReading } from "@/lib/testing/smartlead-reading";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const world = testDatabase();
const reading = useSmartleadReading(world);
const { account, startReading, firstRead, isSame } = reading;

test("a broken row stops nothing and is kept with its raw body", async () => {
  const { leads } = await account(3);
  reading.fake.state.brokenRows.replies.push({ email_lead_map_id: { odd: true }, lead_email: "no address" });
  const { workspaceId, admin, connectionId } = await reading.connected();
  startReading();
  await firstRead(connectionId);
  expect(await storedHistories(world.db, workspaceId)).toEqual(remoteHistories(leads));
  const [row] = await listSmartleadBrokenRows(admin, { connectionId });
  expect(row).toMatchObject({ source: "replies", raw: expect.stringContaining("no address") });
});

test("a lead that cannot be stored is set aside and stops no other", async () => {
  const { leads } = await account(3);
  const { workspaceId, admin, connectionId } = await reading.connected();
  leads[1]!.overlay = { lead_first_name: "Ana\u0000" };
  await world.db.execute(sql`create function refuse_lead() returns trigger language plpgsql as
    $$ begin if new.email = ${sql.raw(`'${leads[2]!.email}'`)} then raise exception 'no'; end if; return new; end $$`);
  await world.db.execute(sql`create trigger refuse before insert on leads for each row execute function refuse_lead()`);
  startReading();
  await firstRead(connectionId);
  await world.db.execute(sql`drop trigger refuse on leads`);
  const here = await storedHistories(world.db, workspaceId);
  expect(here[leads[0]!.mapId]).toHaveLength(2);
  expect(here[leads[2]!.mapId]).toBeUndefined();
  expect(await listSmartleadBrokenRows(admin, { connectionId })).toMatchObject([{ reason: "row: unstorable" }]);
});

test("a lead whose history cannot be read is set aside, and neither poll nor first sync nor sweep stops at it", async () => {
  const { leads } = await account(3);
  const { workspaceId, admin, connectionId } = await reading.connected();
  for (const each of leads) each.overlay = { email_history: undefined };
  const ofOne = new RegExp(`/leads/${leads[1]!.leadId}/message-history`);
  reading.fake.faults.add({ kind: "server" }, { path: ofOne, times: 10_000 });
  startReading();
  await firstRead(connectionId);
  expect(Object.keys(await storedHistories(world.db, workspaceId))).toHaveLength(2);
  expect(await listSmartleadBrokenRows(admin, { connectionId })).toMatchObject([{ reason: "history: server" }]);

  reading.fake.faults.clear();
  await until(isSame(workspaceId));
  reading.fake.faults.add({ kind: "not_json" }, { path: ofOne, times: 10_000 });
  for (const each of leads) reading.fake.send(each, { email_body: "<p>Just following up.</p>" });
  const isSwept = async () => Object.values(await storedHistories(world.db, workspaceId)).flat().length === 8;
  await until(isSwept);
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ state: "connected" });
});
