import type { Page } from "@playwright/test";
import type { LeadOffer } from "@/lib/domain/lead-offer";
import type { ThreadView } from "@/lib/domain/thread-view";
import { expect, test } from "./fixtures";
import { goToThread, rowsOf, threadOf, threadWith } from "./steps/threads";
import { toastsOf } from "./steps/triage";

test.use({ role: "sdr" });

const offerOf = (page: Page) => page.getByRole("region", { name: "Attach to a lead" });

async function offersOf({ request }: Page, threadId: number, q = ""): Promise<LeadOffer[]> {
  const response = await request.get(`/api/threads/${threadId}/leads`, { params: q ? { q } : {} });
  return ((await response.json()) as { leads: LeadOffer[] }).leads;
}

/** The stranger's thread that a lead fits, and that lead. */
async function fittingThread(page: Page): Promise<{ thread: ThreadView; lead: LeadOffer }> {
  for (const { id } of await rowsOf(page, { view: "untracked", limit: 100 })) {
    const [lead] = await offersOf(page, id);
    if (lead) return { thread: await threadOf(page, id), lead };
  }
  throw new Error("No lead fits any stranger");
}

test("a stranger's thread is attached by one press to the lead that fits, taken back, and attached again by key", async ({
  page,
  expectAccessible,
}) => {
  const { thread, lead } = await fittingThread(page);
  await page.goto("/inbox?view=untracked");
  await goToThread(page, thread, "?view=untracked");
  const row = page.locator(`[data-thread="${thread.id}"]`);
  await expect(row).toBeVisible();
  await expectAccessible();

  await offerOf(page)
    .getByRole("button", { name: `Attach to ${lead.name}` })
    // Of several of one name the likeliest comes first.
    .first()
    .click();

  await expect(toastsOf(page)).toContainText(`Attached to ${lead.name}`);
  await expect(offerOf(page)).toHaveCount(0);
  // The open thread keeps its row; the list has it no more.
  const isUntracked = async () =>
    (await rowsOf(page, { view: "untracked", limit: 100 })).some(({ id }) => id === thread.id);
  expect(await isUntracked()).toBe(false);
  expect((await threadOf(page, thread.id)).lead?.id).toBe(lead.id);
  await expect(page.getByText(`You: attached to ${lead.name}`)).toBeVisible();

  await page.keyboard.press("z");
  await expect(toastsOf(page)).toContainText("No longer attached");
  await expect(offerOf(page)).toBeVisible();
  await expect(row).toBeVisible();

  // Another lead than the one that fits, looked for by the name of the company.
  const other = (await rowsOf(page, { view: "all", limit: 50 })).find(
    ({ company, address }) => company && address !== lead.email,
  )!;
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Attach to a lead" });
  await expect(dialog.getByRole("option").first()).toContainText(lead.email);
  await dialog.getByRole("combobox").fill(other.address);
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await expect(dialog.getByRole("option")).toContainText(other.company);
  await expectAccessible();
  await page.keyboard.press("Enter");

  await expect(toastsOf(page)).toContainText(`Attached to ${other.name}`);
  await expect(offerOf(page)).toHaveCount(0);
  expect((await threadOf(page, thread.id)).contact.address).toBe(other.address);
  await page.goto("/inbox?view=untracked");
  await expect(page.locator("[data-thread]").first()).toBeVisible();
  await expect(row).toHaveCount(0);

  // Found out later that it was the wrong one: its line in the history takes it back.
  await goToThread(page, await threadOf(page, thread.id));
  await page.getByRole("button", { name: `Undo: You: attached to ${other.name}` }).click();
  await expect(toastsOf(page)).toContainText("No longer attached");
  await expect(offerOf(page)).toBeVisible();
  expect((await threadOf(page, thread.id)).lead).toBeNull();
});

test("an invitation stands above its message: what, when on both clocks, where and who", async ({
  page,
  expectAccessible,
}) => {
  const thread = await threadWith(page, { view: "untracked" }, ({ messages }) =>
    messages.some((each) => each.invitation),
  );
  const { invitation } = thread.messages.find((each) => each.invitation)!;

  await goToThread(page, thread, "?view=untracked");

  const card = page.getByRole("region", { name: invitation!.title });
  await expect(card).toContainText(`Invitation of ${invitation!.organiser!.name}`);
  await expect(card).toContainText(/13:30 to 14:15 in London · .*\d{2}:30 to \d{2}:15 yours/);
  await expect(card).toContainText(invitation!.location);
  await expect(card.getByRole("list", { name: "Invited" })).toContainText("no answer yet");
  await expect(page.getByRole("article").getByRole("link", { name: /invite\.ics/ })).toBeVisible();
  await expectAccessible();
});

test("an invitation is answered above its message, taken back, and answered otherwise with a word", async ({
  page,
  expectAccessible,
}) => {
  const thread = await threadWith(page, { view: "untracked" }, ({ messages }) =>
    messages.some((each) => each.invitation),
  );
  await goToThread(page, thread, "?view=untracked");
  const card = page.locator("[data-invitation=request]");
  const choice = (name: string) => card.getByRole("button", { name, exact: true });

  await choice("Accept").click();
  await expect(card).toContainText("You accept: the answer is on its way.");
  await expect(choice("Accept")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("z");
  await expect(card).not.toContainText("You accept");
  await expect(page.locator("[data-reply]")).toHaveCount(0);

  await choice("Add a word").click();
  await card.getByLabel("A word with it").fill("I am away that day.");
  await expectAccessible();
  await choice("Decline").click();
  await expect(card).toContainText("You decline: the answer is on its way.");
  await page.locator("[data-reply]").getByRole("button", { name: "Send now" }).click();

  await expect(card).toContainText("You have declined.");
  await expect(card.getByRole("list", { name: "Invited" })).toContainText("declined");
  const sent = (await threadOf(page, thread.id)).messages.at(-1)!;
  expect(sent).toMatchObject({ direction: "out", invitation: { method: "reply" } });
  expect(sent.text.trim()).toBe("I am away that day.");
});

test("the raw source of a message is opened from its menu", async ({ page }) => {
  const [row] = await rowsOf(page, { view: "untracked", limit: 1 });
  const thread = await threadOf(page, row!.id);
  await goToThread(page, thread, "?view=untracked");

  await page.getByRole("button", { name: "More for this message" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Download the source" }).click();

  expect((await download).suggestedFilename()).toBe(`${thread.messages[0]!.id}.eml.txt`);
});
