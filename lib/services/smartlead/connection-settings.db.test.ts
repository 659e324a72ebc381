import { afterAll, beforeAll, expect, test } from "vitest";
import { contextOf, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { connectedAccount, connectionRow } from "@/lib/testing/smartlead-account";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { chooseSmartleadCampaigns } from "./choose-smartlead-campaigns";
import { connectSmartlead } from "./connect-smartlead";
import { disconnectSmartlead } from "./disconnect-smartlead";
import { listSmartleadBrokenRows } from "./list-smartlead-broken-rows";
import { listSmartleadConnections } from "./list-smartlead-connections";
import { pollSmartleadNow } from "./poll-smartlead-now";
import { saveSmartleadSettings } from "./save-smartlead-settings";

const world = testDatabase();
let fake: FakeSmartlead;
beforeAll(async () => {
  fake = await startFakeSmartlead();
  fake.addCampaign();
});
afterAll(() => fake.stop());

test("only admins have a part in it, and only in their own workspace", async () => {
  const { workspaceId, connectionId } = await connectedAccount(world.db, fake);
  const sdr = contextOf(await makeMember(world.db, { workspaceId }), world.db);
  const other = await makeWorkspace(world.db);
  const stranger = contextOf(await makeMember(world.db, { workspaceId: other.id, role: "admin" }), world.db);
  const settings = { connectionId, endpoint: "auto" as const, handsOver: true };
  for (const verb of [
    () => connectSmartlead(sdr, { key: fake.key }),
    () => listSmartleadConnections(sdr),
    () => listSmartleadBrokenRows(sdr, { connectionId }),
    () => chooseSmartleadCampaigns(sdr, { connectionId, campaignIds: [] }),
    () => saveSmartleadSettings(sdr, settings),
    () => pollSmartleadNow(sdr, { connectionId }),
    () => disconnectSmartlead(sdr, { connectionId }),
  ])
    await expect(verb()).rejects.toMatchObject({ code: "forbidden" });
  expect(await listSmartleadConnections(stranger)).toEqual([]);
  for (const verb of [
    () => listSmartleadBrokenRows(stranger, { connectionId }),
    () => chooseSmartleadCampaigns(stranger, { connectionId, campaignIds: [] }),
    () => saveSmartleadSettings(stranger, settings),
    () => disconnectSmartlead(stranger, { connectionId }),
  ])
    await expect(verb()).rejects.toMatchObject({ code: "not_found" });
});

test("a signing secret is kept sealed and told to nobody", async () => {
  const { admin, connectionId } = await connectedAccount(world.db, fake);
  const settings = { connectionId, endpoint: "b" as const, handsOver: true };
  await saveSmartleadSettings(admin, { ...settings, signingSecret: "sign-with-this-one" });
  await saveSmartleadSettings(admin, settings);
  const [view] = await listSmartleadConnections(admin);
  expect(view).toMatchObject({ endpoint: "b", handsOver: true, hasSigningSecret: true });
  expect(JSON.stringify([view, await connectionRow(world.db, connectionId)])).not.toContain("sign-with-this-one");
  await saveSmartleadSettings(admin, { ...settings, signingSecret: null });
  expect(await listSmartleadConnections(admin)).toMatchObject([{ hasSigningSecret: false }]);
});
