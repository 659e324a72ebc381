import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { composerOf, startReply } from "./steps/composer";
import { rowOf } from "./steps/inbox";
import { CAMPAIGN, goToThread, rowsOf, waitingThread } from "./steps/threads";

test.use({ role: "sdr" });

const PARTS = /\/api\/uploads\/[^/]+\/parts/;
const DECK = { name: "deck.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(2_000, "deck") };
const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==";

/** Bytes of files wait until they may go on. */
async function holdUploads(page: Page): Promise<() => void> {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(PARTS, async (route) => {
    await held;
    await route.continue();
  });
  return goOn;
}

/** A picture as a browser copies it out of a page: its bytes, and HTML that names another server. */
const pastePicture = (page: Page, base64: string) =>
  page.evaluate((encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "chart.png", { type: "image/png" }));
    clipboardData.setData("text/html", '<meta charset="utf-8"><img src="https://pics.test/chart.png">');
    document.activeElement!.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, base64);

test("a picture out of a page stands where it was pasted, and takes neither the focus nor what is chosen", async ({
  page,
}) => {
  await goToThread(page, await waitingThread(page, CAMPAIGN.files, 16));
  const composer = await startReply(page);
  const goOn = await holdUploads(page);
  await page.keyboard.type("See ");
  await pastePicture(page, DOT);
  await expect(composer.files).toContainText("chart.png");
  await page.keyboard.type("here.");
  await page.keyboard.press("ControlOrMeta+a");
  await composer.field("To").focus();
  await page.keyboard.type("kim@par");
  goOn();

  await expect(composer.text.getByRole("img", { name: "chart.png" })).toBeVisible();
  await page.keyboard.type("tner.test,");
  await expect(composer.root.locator("[data-chip]").filter({ hasText: "kim@partner.test" })).toBeVisible();
  await expect(composer.text.locator("p")).toHaveText("See here.");
  expect(await composer.text.locator("p").innerHTML()).toMatch(/^See .*chart\.png.*here\.$/s);
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});

test("a file goes on while another thread is open, and a reply that waited for it is said to be no sent one", async ({
  page,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.files, 17);
  const other = (await rowsOf(page, { view: "inbox", limit: 10 })).find(({ id }) => id !== thread.id)!;
  await goToThread(page, thread);
  const composer = await startReply(page);
  const goOn = await holdUploads(page);
  await page.keyboard.type("Here is the deck.");
  await composer.root.locator('input[type="file"]').first().setInputFiles(DECK);
  await expect(composer.files).toContainText("deck.pdf");
  await composer.root.getByRole("button", { name: "Send when uploaded" }).click();

  await rowOf(page, other.subject).first().click();
  await page.waitForURL(new RegExp(`/inbox/${other.id}`));
  await expect(page.getByRole("heading", { name: "Not sent: a file was still on its way." })).toBeVisible();
  goOn();
  await expect
    .poll(async () => JSON.stringify(await (await page.request.get(`/api/threads/${thread.id}`)).json()))
    .toContain('"fileName":"deck.pdf"');
  await goToThread(page, thread);
  await expect(composer.text).toHaveText("Here is the deck.");
  await expect(composerOf(page).root.getByRole("button", { name: "Remove deck.pdf" })).toBeVisible();
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});
