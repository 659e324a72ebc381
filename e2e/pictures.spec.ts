import { expect, test } from "./fixtures";
import { startReply } from "./steps/composer";
import { goToThread, rowsOf, threadOf } from "./steps/threads";

test.use({ role: "sdr" });

/** `README_PICTURES=on` puts them into public/readme, where the README finds them; else they stay with the run's results. */
const folder = process.env.README_PICTURES === "on" ? "public/readme" : "test-results/readme";

for (const colorScheme of ["light", "dark"] as const)
  test(`the README's picture of a thread, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const [row] = await rowsOf(page, { view: "all", q: "maeve@saltmarsh-creamery.test" });
    const thread = await threadOf(page, row!.id);
    await goToThread(page, thread, "?campaign=12345");
    const composer = await startReply(page);
    await composer.text.click();
    await page.keyboard.type("Both are a yes:");
    await page.keyboard.press("Enter");
    await page.keyboard.type("- the clips are sealed and may be hosed down every evening");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Colm sees the figures himself, without a mail from you");
    await composer.attach({
      name: "clips, data sheet.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.alloc(184_000),
    });
    await expect(composer.saved).toBeVisible();
    await page.screenshot({ path: `${folder}/thread-${colorScheme}.png` });
    await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
    // The next picture begins with none, and this page closes at once.
    await expect(page.getByText("Draft thrown away").first()).toBeVisible();
  });
