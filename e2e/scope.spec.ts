import type { Page } from "@playwright/test";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { Schedule } from "@/lib/domain/schedule-item";
import { expect, test } from "./fixtures";
import { messagesOf } from "./steps/inbox";
import { answerByApi } from "./steps/live";
import { deactivate, join, narrowTo, pressUntil } from "./steps/members";
import { CAMPAIGN, goToThread, openThread, rowsOf, waitingThread } from "./steps/threads";
import { listOf } from "./steps/triage";

test.use({ role: "admin" });

/** Nobody else of the journeys. */
const marked = () => String(Date.now());
const baseURL = () => process.env.E2E_URL!;
type Who = Parameters<typeof rowsOf>[0];

async function campaignName({ request }: Who, number: number): Promise<string> {
  const { campaigns } = (await (await request.get("/api/threads/filters")).json()) as ListFilters;
  return campaigns.find((each) => each.number === number)!.name;
}

const numbersOf = async (who: Who, query: Record<string, string | number>) => [
  ...new Set((await rowsOf(who, { limit: 100, ...query })).map(({ campaign }) => campaign?.number)),
];

/** The threads whose rows are drawn. */
const shownIn = (page: Page): Promise<number[]> =>
  listOf(page)
    .root.locator("[data-thread]")
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-thread"))));

test("who is narrowed to one campaign finds nothing else, wherever they look, and hears of nothing else", async ({
  page: admin,
  browser,
}) => {
  const mark = marked();
  const person = { name: `Nell ${mark}`, email: `nell-${mark}@sandbox.test`, role: "sdr" } as const;
  const foreign = await waitingThread(admin, CAMPAIGN.foreign, 9);
  const own = await waitingThread(admin, CAMPAIGN.scope, 5);
  const { page, errors, close } = await join(admin, browser, person);
  await page.goto("/inbox?view=all");
  await expect(listOf(page).root).toBeVisible();
  await expect.poll(async () => (await numbersOf(page, { view: "all" })).length).toBeGreaterThan(1);

  await narrowTo(admin, person.name, { kind: "Campaigns", choice: await campaignName(admin, CAMPAIGN.scope) });

  // What is on the screen goes by itself.
  const links = page.getByRole("navigation").locator('[href*="campaign="]');
  await expect(links).toHaveCount(1);
  const all = await admin.request.get(`/api/threads/ids?view=all&campaign=${CAMPAIGN.scope}`);
  const seen = new Set(((await all.json()) as { ids: number[] }).ids);
  await expect
    .poll(async () => {
      const shown = await shownIn(page);
      return shown.length > 0 && shown.every((id) => seen.has(id));
    })
    .toBe(true);
  expect(await numbersOf(page, { view: "all" })).toEqual([CAMPAIGN.scope]);
  await expect(listOf(page).row(foreign.id)).toBeHidden();
  const { campaigns, views } = (await (await page.request.get("/api/threads/counts")).json()) as {
    campaigns: Record<string, number>;
    views: Record<string, number>;
  };
  expect(Object.keys(campaigns)).toEqual([String(CAMPAIGN.scope)]);
  const { ids } = (await (await page.request.get("/api/threads/ids?view=inbox")).json()) as { ids: number[] };
  expect(views.inbox).toBe(ids.length);

  const lead = `${foreign.lead!.firstName} ${foreign.lead!.lastName}`.trim();
  expect(await rowsOf(page, { view: "all", q: `"${foreign.lead!.email}"` })).toEqual([]);
  await page.goto(`/inbox?view=all&q=${encodeURIComponent(`from:"${foreign.lead!.email}"`)}`);
  await expect(listOf(page).root.locator("[data-thread]")).toHaveCount(0);
  await expect(page.getByText(lead, { exact: true })).toHaveCount(0);

  const days = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString();
  const span = new URLSearchParams({ from: days(-14), to: days(28) }).toString();
  const { items } = (await (await page.request.get(`/api/schedule?${span}`)).json()) as Schedule;
  expect(items.length).toBeGreaterThan(0);
  expect(items.map(({ threadId }) => threadId).filter((id) => !seen.has(id))).toEqual([]);

  const told = async (id: number) => {
    await page.goto(`/inbox/${id}`);
    const said = page.getByText("Nothing is at this address");
    await expect(said).toBeVisible();
    return said.locator("xpath=../..").innerText();
  };
  expect(await told(foreign.id)).toBe(await told(900_000_000_001));

  await page.goto("/inbox?view=all");
  await listOf(page).root.locator("[data-thread]").first().waitFor();
  const before = (await openThread(admin, foreign.id)).thread.messages.length;
  await answerByApi(admin, baseURL(), foreign);
  const length = async (id: number) => (await openThread(admin, id)).thread.messages.length;
  await expect.poll(() => length(foreign.id), { timeout: 60_000 }).toBe(before + 2);
  await answerByApi(admin, baseURL(), own);
  await expect.poll(() => length(own.id), { timeout: 60_000 }).toBe(own.messages.length + 2);
  await expect(listOf(page).root.locator("[data-thread]").first()).toHaveAttribute("data-thread", String(own.id));
  await expect(listOf(page).row(foreign.id)).toHaveCount(0);
  expect(errors.filter((error) => !/status of 404/u.test(error))).toEqual([]);
  await deactivate(admin, person.name);
  await close();
});

test("a client reads what is opened to them, finds nothing to write with, and is out at once when deactivated", async ({
  page: admin,
  browser,
}) => {
  const mark = marked();
  const person = { name: `Pia ${mark}`, email: `pia-${mark}@client.test`, role: "client" } as const;
  const client = `Polder ${mark}`;
  const campaign = await campaignName(admin, CAMPAIGN.scope);
  await admin.goto("/settings/campaigns");
  const form = admin.getByRole("dialog");
  await pressUntil(admin, "Add a client", () => expect(form).toBeVisible({ timeout: 1_000 }));
  await form.getByLabel("Name").fill(client);
  await form.getByRole("button", { name: "Add a client" }).click();
  await admin.getByLabel(`Client of ${campaign}`).selectOption(client);
  await expect(admin.getByText(`${campaign} is for ${client} now`)).toBeVisible();

  const { page, errors, close } = await join(admin, browser, person);
  expect(await rowsOf(page, { view: "all" })).toEqual([]);
  await narrowTo(admin, person.name, { kind: "Clients, with all their campaigns", choice: client });
  await expect.poll(() => numbersOf(page, { view: "all" })).toEqual([CAMPAIGN.scope]);

  const thread = await waitingThread(admin, CAMPAIGN.scope, 6);
  await goToThread(page, thread, "?view=all");
  await expect(messagesOf(page).first()).toBeVisible();
  const main = page.getByRole("region", { name: "Thread", exact: true });
  for (const name of [/^Reply/u, /^Forward/u, /note/iu, /^Snooze/u, /^Done/u, /task/iu])
    await expect(main.getByRole("button", { name })).toHaveCount(0);
  await expect(main.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByText("Bcc")).toHaveCount(0);
  await page.keyboard.press("r");
  await expect(main.getByRole("textbox")).toHaveCount(0);

  await deactivate(admin, person.name);
  await expect(page.getByRole("dialog").getByRole("button", { name: "Go to sign-in" })).toBeVisible();
  expect((await page.request.get("/api/threads")).status()).toBe(401);
  expect(errors.filter((error) => !/status of 401/u.test(error))).toEqual([]);

  await admin.goto("/settings/campaigns");
  await admin.getByRole("row", { name: client }).getByRole("button", { name: "Remove" }).click();
  await admin.getByRole("button", { name: `Remove ${client}` }).click();
  await expect(admin.getByText(client, { exact: true })).toHaveCount(0);
  await close();
});
