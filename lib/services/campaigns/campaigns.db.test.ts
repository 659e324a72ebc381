import { beforeEach, expect, test } from "vitest";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listCampaigns } from "./list-campaigns";
import { saveCampaignWindow } from "./save-campaign-window";
import { SaveCampaignWindowInput } from "./schemas";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});
const as = (member = world.admin) => contextOf(member, database.db);
const WINDOW = { days: [5, 1, 1], start: "09:00", end: "16:30" };
const save = (window: typeof WINDOW | null, member = world.admin) =>
  saveCampaignWindow(as(member), SaveCampaignWindowInput.parse({ campaignId: world.campaign.id, window }));

test("a campaign gets a window, keeps it as days in order, and loses it again", async () => {
  await save(WINDOW);
  const shown = async () => (await listCampaigns(as())).find(({ id }) => id === world.campaign.id);
  expect(await shown()).toMatchObject({
    number: world.campaign.number,
    name: world.campaign.name,
    window: { days: [1, 5], start: "09:00", end: "16:30" },
  });

  await save(null);
  expect(await shown()).toMatchObject({ window: null });
});

test("only admins see and change them, each those of the own workspace", async () => {
  const foreign = await makeWorld(database.db);

  await expect(listCampaigns(as(world.member))).rejects.toMatchObject({ code: "forbidden" });
  await expect(save(WINDOW, world.member)).rejects.toMatchObject({ code: "forbidden" });
  await expect(save(WINDOW, foreign.admin)).rejects.toMatchObject({ code: "not_found" });
  expect((await listCampaigns(as())).map(({ window }) => window).every((window) => window === null)).toBe(true);
});

test.each([
  { ...WINDOW, days: [] },
  { ...WINDOW, days: [0] },
  { ...WINDOW, end: "09:00" },
  { ...WINDOW, start: "9" },
  { ...WINDOW, zone: "UTC" },
])("what is no window is refused: %j", (window) => {
  expect(SaveCampaignWindowInput.safeParse({ campaignId: world.campaign.id, window }).success).toBe(false);
});
