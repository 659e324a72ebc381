import type { Page } from "@playwright/test";
import type { OtherThread } from "@/lib/domain/thread-timeline";
import { expect, test } from "./fixtures";
import { answerByApi } from "./steps/live";
import { CAMPAIGN, goToThread, rowsOf, threadOf, threadWith, waitingThread } from "./steps/threads";

test.use({ role: "sdr" });

test("beside the thread stand the next step on both clocks and what happened, which follows what is done", async ({
  page,
  expectAccessible,
}) => {
  // Others plan here, too: only replies of one's own, to a lead who lives by another clock.
  const thread = await threadWith(
    page,
    { view: "outbox" },
    ({ replies, clock, campaign }) =>
      // Of that one another journey counts what is important.
      campaign?.number !== CAMPAIGN.triage &&
      clock !== null &&
      clock.certainty !== "guess" &&
      !/^Europe\/(?:Berlin|Paris)$/.test(clock.zone) &&
      // What leaves while it is looked at is not planned any more.
      replies.every(
        ({ status, chain, dueAt }) =>
          status === "sent" || (status === "scheduled" && !chain && Date.parse(dueAt) > Date.now() + 3_600_000),
      ),
    { isLikely: ({ outbox }) => outbox?.state === "scheduled" },
  );
  await goToThread(page, thread);
  const panel = page.locator('[data-pane="lead"]');
  const lines = panel.getByRole("list", { name: "Timeline" }).getByRole("listitem");
  const happened = lines.and(panel.locator(":not([data-entry=planned])"));

  await expect(panel.getByText(/^Reply \w{3} \d+ \w{3}, \d\d:\d\d in /)).toBeVisible();
  await expect(lines.first()).toContainText(/(reply|follow-up) planned/);
  await expect(lines.filter({ hasText: /replied|sent/ }).first()).toBeVisible();
  await expectAccessible();
  const [now, then] = thread.isImportant
    ? ["You: no longer important", "You: important"]
    : ["You: important", "You: no longer important"];
  await page.keyboard.press("s");
  await expect(happened.first()).toContainText(now!);
  await page.keyboard.press("s");
  await expect(happened.first()).toContainText(then!);

  const scroller = page.locator("[data-thread-scroller]");
  await panel.getByRole("button").or(panel.getByRole("link")).first().focus();
  await page.keyboard.press("]");
  await expect(panel).toBeHidden();
  await expect(scroller).toBeFocused();
  await page.setViewportSize({ width: 1024, height: 760 });
  await page.keyboard.press("]");
  await expect(panel).toBeVisible();
  await panel.focus();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(scroller).toBeFocused();
});

test("another thread of the company is one press away, and the focus stays in the thread", async ({ page }) => {
  const { thread, others } = await threadWithOthers(page);
  await goToThread(page, thread);
  const [other] = others;
  await page.locator('[data-pane="lead"]').getByRole("link", { name: other!.name }).first().click();

  await expect(page).toHaveURL(new RegExp(`/inbox/${other!.id}`));
  await expect(page.getByRole("heading", { name: other!.subject, level: 1 })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane"))).toBe(
    "thread",
  );
});

test("Enter opens and folds a message with the focus on it, ; opens all of them and : folds all", async ({ page }) => {
  const thread = await threadWith(page, {}, ({ messages }) => messages.length === 6, {
    isLikely: ({ messageCount }) => messageCount === 6,
  });
  await goToThread(page, thread);
  const first = page.locator(`[data-message="${thread.messages[0]!.id}"]`);
  const open = page.locator("article[data-message]");

  await expect(first).toHaveAttribute("aria-expanded", "false");
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(`article[data-message="${thread.messages[0]!.id}"]`)).toBeVisible();
  const button = first.getByRole("button").first();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(first).toBeFocused();

  await page.keyboard.press(";");
  await expect(open).toHaveCount(6);
  await expect(button).toBeFocused();
  await page.keyboard.press(":");
  await expect(open).toHaveCount(0);
  await expect(first).toBeFocused();
});

test("an answer that comes while older mail is read moves nothing, is announced, and is unread until it is seen", async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize({ width: 1280, height: 440 });
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 6);
  await goToThread(page, thread);
  const scroller = page.locator("[data-thread-scroller]");
  await scroller.focus();
  await page.keyboard.press(";");
  await expect
    .poll(() => scroller.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 150))
    .toBe(true);
  await scroller.evaluate((element) => element.dispatchEvent(new WheelEvent("wheel")));
  await scroller.evaluate((element) => (element.scrollTop = 0));
  await answerByApi(page, baseURL!, thread);

  const pill = page.getByRole("button", { name: /^\d new messages?$/ });
  await expect(page.getByText(/ answered, \d\d:\d\d$/)).toBeAttached({ timeout: 30_000 });
  await expect(pill).toBeVisible();
  expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  expect((await threadOf(page, thread.id)).unreadCount).toBe(1);

  await pill.click();
  await expect(pill).toHaveCount(0);
  await expect(page.locator("[data-message]").last()).toBeInViewport();
  await expect.poll(async () => (await threadOf(page, thread.id)).unreadCount).toBe(0);
});

/** A thread whose company has others. */
async function threadWithOthers(page: Page) {
  for (const { id, company } of await rowsOf(page, { view: "all", limit: 100 })) {
    if (!company) continue;
    const others = (await (await page.request.get(`/api/threads/${id}/others`)).json()) as OtherThread[];
    if (others.length > 0) return { thread: await threadOf(page, id), others };
  }
  throw new Error("No company has two threads");
}
