import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { pdfFile, pngFile } from "@/lib/sandbox/files";
import { seeded } from "@/lib/sandbox/random";
import { expect, test } from "./fixtures";
import { replyCard, startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, rowsOf, waitingThread } from "./steps/threads";
import { categoriesOf } from "./steps/triage";

test.use({ role: "sdr" });

const file = (name: string, mimeType: string, buffer: Buffer | string) => ({
  name,
  mimeType,
  buffer: Buffer.from(buffer),
});
const MEETING = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:saws@wattlark.test",
  "SUMMARY:A look at the saws",
  "DTSTART:20261214T090000Z",
  "DTEND:20261214T100000Z",
  "DESCRIPTION:Bring a torch.",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");
const FILES = [
  file("offer.pdf", "application/pdf", pdfFile("offer.pdf", ["Twelve clips", "One hall"]).content),
  file("figures.csv", "text/csv", "hall;kW\r\nA;41\r\nB;7,5\r\n"),
  file("page.html", "text/html", "<script>alert('ran')</script><b>bold</b>"),
  file("curve.png", "image/png", pngFile("curve.png", seeded("curve")).content),
  file("meeting.ics", "text/calendar", MEETING),
  file("figures.bin", "application/octet-stream", Buffer.from([0, 1, 2])),
];

const panelOf = (page: Page): Locator => page.locator('[data-pane="lead"]');
const fact = (page: Page, name: string): Locator =>
  panelOf(page).getByRole("button", { name: new RegExp(`^(Change|Add) ${name}(:|$)`) });
const field = (page: Page, name: string): Locator =>
  panelOf(page).getByRole("textbox", { name }).or(panelOf(page).getByRole("combobox", { name }));

/** Opens a fact by Enter, and types another value into it. */
async function retype(page: Page, name: string, value: string): Promise<void> {
  await fact(page, name).focus();
  await page.keyboard.press("Enter");
  await expect(field(page, name)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(value);
}

test("files are looked at by keys without leaving the thread, nothing of them runs, and all come as one download", async ({
  page,
  expectAccessible,
}) => {
  const ran: string[] = [];
  page.on("dialog", (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  const thread = await waitingThread(page, CAMPAIGN.leadPanel, 4);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("Here is all of it.");
  await composer.attach(...FILES);
  await composer.send.click();
  await replyCard(page, "undo").getByRole("button", { name: "Send now" }).click();
  const files = page.locator("article").getByRole("list", { name: "Files" }).filter({ hasText: "meeting.ics" });
  const first = files.getByRole("button", { name: /^offer\.pdf/ });
  await expect(first).toBeVisible({ timeout: 20_000 });

  await first.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "offer.pdf" });
  await expect(dialog.locator("canvas[data-drawn]")).toBeVisible();
  expect(await dialog.locator("canvas").evaluate(darkPixels)).toBeGreaterThan(50);
  await expect(dialog.getByText("Twelve clips")).toBeAttached();
  await expectAccessible();

  const shown = page.getByRole("dialog");
  await page.keyboard.press("ArrowRight");
  await expect(shown.getByRole("table", { name: "figures.csv" }).getByRole("cell", { name: "7,5" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(shown.getByText("<script>alert('ran')</script>")).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectAccessible();
  await page.emulateMedia({ colorScheme: "light" });
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => shown.getByRole("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(120);
  await page.keyboard.press("ArrowRight");
  await expect(shown.getByRole("heading", { name: "A look at the saws" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(shown.getByText("This kind of file is only for downloading.")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(shown.getByText("1 of 6")).toBeVisible();
  const one = page.waitForEvent("download");
  await page.keyboard.press("d");
  expect((await one).suggestedFilename()).toBe("offer.pdf");
  await page.keyboard.press("Escape");
  await expect(shown).toHaveCount(0);
  await expect(first).toBeFocused();

  const all = page.waitForEvent("download");
  await files.getByRole("link", { name: "Download all 6" }).press("Enter");
  const zip = readFileSync(await (await all).path());
  for (const { name } of FILES) expect(zip.includes(name)).toBe(true);
  expect(zip.subarray(0, 2).toString()).toBe("PK");
  expect(ran).toEqual([]);
});

test.describe("a lead", () => {
  // The browser writes a broken connection into its console.
  test.use({ expectedErrors: /ERR_FAILED/ });

  test("is changed where it stands by keys alone, lists follow, and its local time says how it is known", async ({
    page,
    expectAccessible,
  }, { retry }) => {
    const thread = await waitingThread(page, CAMPAIGN.leadPanel, 5 + retry);
    await goToThread(page, thread);
    const panel = panelOf(page);
    const lastName = `Zweigelt${retry || ""}`;

    await retype(page, "Last name", lastName);
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { level: 2 })).toContainText(lastName);
    await expect(page.getByText("Last name saved")).toBeVisible();
    await expect(fact(page, "Last name")).toBeFocused();
    const rows = await rowsOf(page, { view: "all", campaign: CAMPAIGN.leadPanel, limit: 100 });
    expect(rows.find(({ id }) => id === thread.id)!.name).toContain(lastName);
    await retype(page, "Phone", "+47 22 00 00 00");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Phone saved")).toBeVisible();
    await fact(page, "Phone").press("z");
    await expect(page.getByText("Phone is as it was before")).toBeVisible();
    await expect(fact(page, "Phone")).toHaveText(thread.lead!.phone || "Add");
    await retype(page, "Company", "Somebody else's");
    await page.keyboard.press("Escape");
    await expect(fact(page, "Company")).toHaveText(thread.lead!.company);

    const clock = panel.locator("[data-clock]");
    await expect(clock).toHaveText("Time zone of the lead’s record");
    await retype(page, "Time zone", "Moon/Sea");
    await page.keyboard.press("Enter");
    await expect(panel.getByText(/This time zone is unknown/)).toBeVisible();
    await expect(field(page, "Time zone")).toHaveValue("Moon/Sea");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("Asia/Tokyo");
    await page.keyboard.press("Enter");
    await expect(clock).toHaveText("Time zone set by you");
    await expect(panel.getByText(/in Tokyo, /)).toBeVisible();
    await retype(page, "Time zone", "");
    await page.keyboard.press("Enter");
    await expect(clock).toHaveText(/^By the clock of their message of .+: (likely|a guess)$/);

    await page.route("**/inbox/**", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await retype(page, "Title", "Keeper of the saws");
    await page.keyboard.press("Enter");
    await expect(panel.getByText("Not saved: the server did not answer. Try again.")).toBeVisible();
    await expect(field(page, "Title")).toHaveValue("Keeper of the saws");
    await page.unroute("**/inbox/**");
    await expectAccessible();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Title saved")).toBeVisible();

    const categories = await categoriesOf(page);
    await fact(page, "Category").press("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    // One that it does not have yet.
    const chosen = categories.findIndex(({ id }) => id !== thread.category?.id);
    await page.keyboard.press(String(chosen + 1));
    await expect(fact(page, "Category")).toHaveText(categories[chosen]!.name);
    await expect(fact(page, "Category")).toBeFocused();

    await panel.getByRole("button", { name: "Add a field" }).press("Enter");
    await page.keyboard.insertText("Blade");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText("600 mm");
    await page.keyboard.press("Enter");
    await expect(fact(page, "Blade")).toHaveText("600 mm");
    // At once: the answer to the field that was added may come while the note is being written.
    await panel.getByRole("button", { name: "Add a note" }).press("Enter");
    const note = page.getByRole("textbox", { name: "Note for the team" });
    await expect(note).toBeFocused();
    await page.keyboard.insertText("Calls back on Monday");
    await expect(note).toHaveValue("Calls back on Monday");
    await page.keyboard.press("ControlOrMeta+Enter");
    const lines = panel.getByRole("list", { name: "Timeline" }).getByRole("listitem");
    await expect(lines.nth(0)).toContainText("You: Calls back on Monday");
    await expect(lines.nth(1)).toContainText("You: changed Blade");
    await expect(lines.nth(2)).toContainText(`You: ${categories[chosen]!.name}`);
    await expect(lines.nth(3)).toContainText("You: changed Title");

    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectAccessible("colours");
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 360, height: 740 });
    await goToThread(page, thread);
    await page.getByRole("button", { name: "Show the lead" }).click();
    await expect(fact(page, "Title")).toHaveText("Keeper of the saws");
    await expect(fact(page, "Blade")).toHaveText("600 mm");
    await expectAccessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

/** How many pixels of a canvas are dark: of a white page there are none. */
function darkPixels(canvas: Element): number {
  const { width, height } = canvas as HTMLCanvasElement;
  const { data } = (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at]! < 100 && data[at + 3]! > 200) dark += 1;
  return dark;
}
