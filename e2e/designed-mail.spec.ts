import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page, TestInfo } from "@playwright/test";
import type { ThreadView } from "@/lib/domain/thread-view";
import { expect, test } from "./fixtures";
import { comparePictures } from "./steps/compare-pictures";
import { CAMPAIGN, goToThread, rowsOf, threadOf } from "./steps/threads";
import { receiveLetters } from "./steps/untrusted-mail";

test.use({ role: "sdr" });

const FOLDER = "lib/testing/fixtures/designed-mails";
/** A reading pane, and a telephone. */
const WIDTHS = [700, 400];
/** Room that the card leaves around a mail. */
const EDGE = 16;

/** `DESIGNED=all` draws every mail, without it every third. */
const EVERY = process.env.DESIGNED === "all" ? 1 : 3;

/** The share of pixels that may differ. */
const USUAL = 0.005;
const MORE: Record<string, { share: number; why: string }> = {
  "30-held-back-pictures": {
    share: 0.09,
    why: "a picture that is held back is drawn as a place of its own, with a dashed edge",
  },
};
/** Drawn at one width only. */
const WIDE_ONLY = new Set(["08-hebrew-newsletter"]); // Too wide for a telephone, it begins at its right there, beyond the picture's edge.

/**
 * What the app sets under a mail that says nothing itself: its type, its colours, no margin. In a layer, so that all that the mail
 * says outranks it.
 */
const PAPER =
  '<style>@layer paper{body{margin:0;color:#191c1b;font:420 14px InterVariable,Inter,system-ui,-apple-system,"Segoe UI",sans-serif;font-feature-settings:"cv05","cv08","ss03"}a{color:#175a8e}}</style>';
/** Mail without a document type is drawn as mail programs draw it, not as a browser draws pages of the nineties. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

type Mail = { name: string; html: string };
const mails: Mail[] = readdirSync(FOLDER)
  .toSorted()
  .map((file) => ({ name: path.basename(file, ".html"), html: readFileSync(path.join(FOLDER, file), "utf8") }));

/** A thread far down that no other journey counts on: we wrote last. */
async function quietThread(page: Page, nth: number): Promise<ThreadView> {
  const rows = await rowsOf(page, { view: "all", campaign: CAMPAIGN.commands, limit: 100 });
  const quiet = rows.filter(
    ({ lastDirection, kind, messageCount }) => lastDirection === "out" && kind === "lead" && messageCount < 8,
  );
  return threadOf(page, quiet.at(-1 - nth)!.id);
}

/** A page that draws a mail as Chromium does by itself: no script, nothing from elsewhere. */
async function plainPage(browser: Browser) {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  return {
    async picture({ html }: Mail, width: number): Promise<Buffer> {
      // Lower than any mail, since a page without a document type is at least as high as its window.
      await page.setViewportSize({ width, height: 60 });
      const whole = /^\s*<!doctype/i.test(html) ? html : DOCTYPE + html;
      await page.setContent(whole.replace(/^\s*<!doctype[^>]*>/i, (doctype) => doctype + PAPER));
      const { height } = (await page.locator("html").boundingBox())!;
      return page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.ceil(height) } });
    },
    close: () => context.close(),
  };
}

/** The mail on its card, without the card's edge. */
async function cardPicture(page: Page, width: number): Promise<Buffer> {
  await page.setViewportSize({ width, height: 60 });
  const { height } = (await page.locator("body").boundingBox())!;
  const clip = { x: EDGE, y: EDGE, width: width - 2 * EDGE, height: Math.ceil(height) - 2 * EDGE };
  return page.screenshot({ fullPage: true, clip });
}

test("designed mails look as Chromium itself draws their HTML, wide and narrow", async ({ page, browser }, info) => {
  expect(mails).toHaveLength(30);
  const drawn = mails.filter((_mail, index) => index % EVERY === 0);
  const thread = await quietThread(page, 0);
  const letters = drawn.map(({ html }) => ({ from: thread.lead!.email, html, isPast: true as const }));
  const ids = await receiveLetters(thread, letters);
  const plain = await plainPage(browser);
  const shares: number[] = [];
  for (const [at, mail] of drawn.entries()) {
    await page.goto(`/api/messages/${ids[at]}/frame`);
    await expect(page.locator("html"), mail.name).toHaveAttribute("data-kind", "designed");
    for (const width of WIDTHS) {
      if (width < 500 && WIDE_ONLY.has(mail.name)) continue;
      const ours = await cardPicture(page, width);
      const theirs = await plain.picture(mail, width - 2 * EDGE);
      shares.push(await compared(info, `${mail.name} at ${width} px`, mail.name, ours, theirs));
    }
  }
  await plain.close();
  const sorted = shares.toSorted((one, other) => one - other);
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  process.stdout.write(
    `Designed mail: ${drawn.length} mails, ${shares.length} pictures, ${percent(sorted.at(-1)!)} of the pixels differ at worst, ` +
      `${percent(sorted[sorted.length >> 1]!)} at the median.\n`,
  );
});

test("in a thread of a dark theme designed mail looks the same, on its light card", async ({ page, browser }, info) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const mail = mails.find(({ name }) => name === "13-dark-mode-css")!;
  const thread = await quietThread(page, 1);
  const [id] = await receiveLetters(thread, [{ from: thread.lead!.email, html: mail.html, isPast: true }]);
  await goToThread(page, thread);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const frame = page.locator(`article[data-message="${id}"] iframe`);
  await frame.scrollIntoViewIfNeeded();
  await expect(frame).toHaveCSS("opacity", "1");
  await expect(frame.contentFrame().getByText("Norlicht by day")).toBeVisible();
  const { x, y, width, height } = (await frame.boundingBox())!;
  const clip = { x: x + EDGE, y: y + EDGE, width: width - 2 * EDGE, height: height - 2 * EDGE };
  const ours = await page.screenshot({ clip });
  const plain = await plainPage(browser);
  await compared(info, "in a thread", mail.name, ours, await plain.picture(mail, Math.round(clip.width)));
  await plain.close();
});

/** Fails where more differs than may, and keeps the three pictures then. @returns the share of pixels that differ */
async function compared(info: TestInfo, title: string, name: string, ours: Buffer, theirs: Buffer): Promise<number> {
  const { share, picture } = comparePictures(ours, theirs);
  const most = MORE[name]?.share ?? USUAL;
  if (share > most)
    for (const [kind, body] of Object.entries({ app: ours, chromium: theirs, difference: picture }))
      await info.attach(`${title}, ${kind}`, { body, contentType: "image/png" });
  expect.soft(share, `${title}: the share of pixels that differ`).toBeLessThanOrEqual(most);
  return share;
}
