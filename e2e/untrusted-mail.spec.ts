import type { Page } from "@playwright/test";
import type { PictureServer } from "@/lib/testing/picture-server";
import { expect, test } from "./fixtures";
import { messagesOf } from "./steps/inbox";
import { goToThread, rowsOf, threadOf } from "./steps/threads";
import { receiveLetters, startTracker } from "./steps/untrusted-mail";

test.use({ role: "sdr" });

let tracker: PictureServer;
test.beforeAll(async () => {
  tracker = await startTracker();
});
test.afterAll(() => tracker.stop());

const newsletter = (url: string) => `<body bgcolor="#dfe6ee" style="background-image:url(${url}/ground.gif)">
<table width="560" style="background:url(${url}/table.gif) #ffffff"><tr><td style="padding:16px"><h1>Autumn rates</h1>
<img src="${url}/photo.gif?for=ana" width="240" height="120" alt="A crate"><img src="${url}/photo.gif?second" srcset="${url}/large.gif 2x" width="40" height="20" alt="">
<img src="${url}/open.gif" width="1" height="1"><p>Rates from Izmir rise.</p></td></tr></table></body>`;
const LURE = `<p>Our bank has changed, please look:</p><p><a href="https://login.elsewhere.test/pay?id=7">https://bank.test/pay</a></p>`;
const HEBREW = `<p>שלום סם,</p><p>זה מתאים לנו ביום חמישי.</p><div>Regards from the office, as ever</div>`;

/** Somebody whose domain is one letter from the lead's. */
const falseDomain = (address: string) => address.replace(/@(.)/, "@$1$1");

/** A thread that no other journey counts on: we wrote last. */
async function quietThread(page: Page) {
  const rows = await rowsOf(page, { view: "all", campaign: 12352, limit: 100 });
  for (const row of rows.filter(({ lastDirection, kind }) => lastDirection === "out" && kind === "lead")) {
    const thread = await threadOf(page, row.id);
    if (thread.lead && thread.replies.length === 0 && thread.messages.length < 12) return thread;
  }
  throw new Error("no thread in which we wrote last");
}

/** Whom the browser asked. */
function watchRequests(page: Page, baseURL: string) {
  const seen = { outside: [] as string[], pictures: [] as string[] };
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url)) seen.outside.push(url);
    if (url.startsWith(`${baseURL}/api/images/`)) seen.pictures.push(url);
  });
  return seen;
}

test("mail that nobody may trust is read without being seen: pictures on request, senders and links by their true names", async ({
  page,
  baseURL,
  expectAccessible,
}) => {
  const requests = watchRequests(page, baseURL!);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const thread = await quietThread(page);
  const lead = thread.lead!.email;
  const [designedId, luringId, hebrewId] = await receiveLetters(thread, [
    { from: lead, html: newsletter(tracker.url) },
    { from: `Ana <${falseDomain(lead)}>`, replyTo: "pay@collect.test", html: LURE },
    { from: lead, html: HEBREW },
  ]);
  await goToThread(page, thread);
  const messageOf = (id: string | undefined) => page.locator(`article[data-message="${id}"]`);
  await expect(messagesOf(page).first()).toBeVisible();

  await test.step("blocked means that nobody is asked", async () => {
    const designed = messageOf(designedId);
    const frame = designed.locator("iframe");
    await frame.scrollIntoViewIfNeeded();
    await expect(frame).toHaveCSS("opacity", "1");
    await expect(designed.getByText("2 pictures not loaded · 1 tracking pixel dropped")).toBeVisible();
    await expect(frame.contentFrame().getByText("Rates from Izmir rise.")).toBeVisible();
    expect([tracker.asked, requests.outside, requests.pictures]).toEqual([[], [], []]);
    await expectAccessible();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expectAccessible("colours");
    await expect(frame).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "light" });
  });

  await test.step("shown means through this app alone, and without growing", async () => {
    const designed = messageOf(designedId);
    const before = (await designed.locator("iframe").boundingBox())!.height;
    await designed.getByRole("button", { name: "Show pictures", exact: true }).click();
    const picture = designed.frameLocator("iframe").getByAltText("A crate");
    await expect
      .poll(() => picture.evaluate((drawn) => (drawn as HTMLImageElement).naturalWidth).catch(() => 0))
      .toBe(2);
    await expect(designed.getByText("1 tracking pixel dropped")).toBeVisible();
    const grown = (await designed.locator("iframe").boundingBox())!.height - before;
    expect(Math.abs(grown), "px by which the frame grew or shrank").toBeLessThan(4);
    expect(requests.outside).toEqual([]);
    // The two come each in its own time.
    await expect
      .poll(() => tracker.asked.map(({ path }) => path).toSorted())
      .toEqual(["/photo.gif?for=ana", "/photo.gif?second"]);
    expect(requests.pictures).toHaveLength(2);
    for (const { headers } of tracker.asked) expect(headers).not.toHaveProperty("cookie");
    for (const { headers } of tracker.asked) expect(headers).not.toHaveProperty("referer");
    const answer = await page.request.get(requests.pictures[0]!);
    expect(answer.headers()).toMatchObject({
      "content-type": "image/gif",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringMatching(/^default-src 'none'/),
      "cache-control": expect.stringContaining("private"),
    });
  });

  await test.step("a sender who is not who he seems, and a link that leads elsewhere, are named", async () => {
    const luring = messageOf(luringId);
    const note = luring.getByRole("note");
    await expect(note).toContainText(`This may not be ${thread.lead!.firstName}`);
    await expect(note).toContainText(falseDomain(lead).split("@")[1]!);
    await expect(note).toContainText("an answer would go to pay@collect.test");
    const inner = luring.frameLocator("iframe");
    await expect(inner.getByText("goes to login.elsewhere.test")).toBeVisible();
    await inner.getByRole("link").hover();
    await expect(page.locator("[data-link-line]")).toHaveText("Leads to https://login.elsewhere.test/pay?id=7");
    await inner.getByRole("link").click();
    await expect(page.getByText(/^This link waits/)).toBeVisible();
    expect(page.context().pages()).toHaveLength(1);
  });

  await test.step("mail from right to left runs so, line by line", async () => {
    const inner = messageOf(hebrewId).frameLocator("iframe");
    const edge = (words: string) =>
      inner.getByText(words).evaluate((block) => {
        const range = block.ownerDocument.createRange();
        range.selectNodeContents(block);
        const [text, all] = [range.getBoundingClientRect(), block.getBoundingClientRect()];
        return text.left - all.left < all.right - text.right ? "left" : "right";
      });
    expect(await edge("זה מתאים")).toBe("right");
    expect(await edge("Regards from")).toBe("left");
  });

  await test.step("plain view, source and paper are one press away", async () => {
    const designed = messageOf(designedId);
    await designed.hover();
    await designed.getByRole("button", { name: "Plain view" }).click();
    await expect(designed.locator("iframe")).toHaveCount(0);
    await expect(designed.locator("[data-mail-text]")).toContainText("Rates from Izmir rise.");
    await designed.getByRole("button", { name: "Raw source" }).click();
    await expect(designed.locator("pre")).toContainText("Content-Type: text/html");
    await expectAccessible();
    await designed.getByRole("button", { name: "Formatted" }).click();
    await expect(designed.locator("iframe")).toHaveCSS("opacity", "1");

    await page.goto(`/api/threads/${thread.id}/print`);
    await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(thread.subject);
    await expect(page.getByRole("article")).toHaveCount(thread.messages.length + 3);
    await expect(page.getByText("Rates from Izmir rise.")).toBeVisible();
    expect(requests.outside).toEqual([]);
    expect(tracker.asked).toHaveLength(2);
  });
});
