import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { violationsOf } from "./steps/accessibility";
import { replyCard, startReply } from "./steps/composer";
import { pressUntil } from "./steps/members";
import { waitingLeads } from "./steps/snooze";
import { goToThread, isAwake, threadOf } from "./steps/threads";
import { toastsOf } from "./steps/triage";

test.use({ role: "sdr" });

/** Chooses words of the text that is looked at, as a person does. */
const choose = (page: Page, words: string) =>
  page.locator("[data-marked]").evaluate((root, quote) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(quote) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + quote.length);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
      return;
    }
    throw new Error(`"${quote}" is not in the text`);
  }, words);

test("a reply is asked about, returned with a word about a passage, handed in again, edited, approved, and leaves", async ({
  page,
  browser,
  stateOf,
  expectAccessible,
}) => {
  test.slow();
  const { threads } = await waitingLeads(["Rea"]);
  const thread = await threadOf(page, threads[0]!.id);
  const boss = await (
    await browser.newContext({ storageState: await stateOf("manager"), baseURL: process.env.E2E_URL! })
  ).newPage();
  await boss.goto("/review");
  await isAwake(boss, boss.getByRole("heading", { name: "Review", exact: true }));
  const row = boss.getByRole("button", { name: new RegExp(thread.contact.name) });

  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("For 12 depots the price is 980 euros a month.");
  await composer.root.getByRole("button", { name: "More ways to send" }).click();
  await page.getByRole("menuitem", { name: "Ask for review" }).click();
  const asking = page.getByRole("dialog", { name: "Ask for review" });
  await asking.getByLabel("What to look at").fill("Is 980 fine?");
  await asking.getByRole("button", { name: "Ask for review" }).click();
  await expect(replyCard(page, "approval")).toContainText("It leaves as soon as it is approved.");

  await row.click();
  const draft = boss.locator("[data-marked]");
  await expect(draft).toContainText("the price is 980 euros");
  await expect(boss.getByText("asked for review: “Is 980 fine?”")).toBeVisible();
  await choose(boss, "980 euros");
  await boss.getByRole("textbox", { name: "Comment on the selected words" }).fill("List price is 1,150.");
  await boss.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(draft.locator("mark")).toHaveText("980 euros");
  await boss.getByRole("button", { name: /^Return(?!ed)/ }).click();
  const returning = boss.getByRole("dialog", { name: /^Return to/ });
  await returning.getByLabel("What should change").fill("Name the list price.");
  await boss.keyboard.press("Escape");
  await expect(returning).toBeHidden();
  await boss.keyboard.press("r");
  await expect(returning.getByLabel("What should change")).toHaveValue("Name the list price.");
  await returning.getByLabel("What should change").press("ControlOrMeta+Enter");

  const returned = page.getByRole("region", { name: "Returned by the reviewer" });
  await expect(returned).toContainText("Name the list price.");
  await expect(returned).toContainText("List price is 1,150.");
  await expect(composer.text).toContainText("980 euros");
  await composer.text.fill("For 12 depots the price is 1,150 euros a month.");
  await composer.send.click();
  await expect(toastsOf(page)).toContainText("It waits for review.");

  await row.click();
  await expect(draft.locator("ins").first()).toBeVisible();
  await expect(draft.locator("del").first()).toBeVisible();
  await boss.keyboard.press("e");
  const text = boss.getByRole("region", { name: "Approve with edits" }).locator("[contenteditable='true']");
  await text.fill("For 12 depots the price is 1,100 euros a month.");
  await text.press("Escape");
  await expect(text).toBeHidden();
  await expect(boss.getByRole("button", { name: /^Go on editing/ })).toBeFocused();
  await boss.keyboard.press("e");
  await expect(text).toContainText("1,100 euros");
  await boss.getByRole("button", { name: /^Samples/ }).click();
  await boss.getByRole("button", { name: /^Waiting/ }).click();
  await row.click();
  await expect(text).toContainText("1,100 euros");
  await expect(boss.getByRole("button", { name: "Save and approve, sends at once" })).toBeVisible();
  await text.press("ControlOrMeta+Enter");
  await expect(toastsOf(boss)).toContainText("Approved.");
  await expect(row).toBeHidden();

  await expect
    .poll(
      async () => (await threadOf(page, thread.id)).messages.some(({ text: said }) => said.includes("1,100 euros")),
      {
        timeout: 60_000,
      },
    )
    .toBe(true);
  await page.goto("/review");
  await isAwake(page, page.getByRole("heading", { name: "Review", exact: true }));
  await expectAccessible();
  await boss.context().close();
});

test("a manager writes a rule in the settings, what it names waits until they approve", async ({
  page,
  browser,
  stateOf,
}) => {
  test.slow();
  const { threads } = await waitingLeads(["Yrsa"]);
  const thread = await threadOf(page, threads[0]!.id);
  const boss = await (
    await browser.newContext({ storageState: await stateOf("manager"), baseURL: process.env.E2E_URL! })
  ).newPage();
  await boss.goto("/settings/approval");
  const form = boss.getByRole("dialog", { name: "Add a rule" });
  await pressUntil(boss, "Add a rule", () => expect(form).toBeVisible({ timeout: 1_000 }));
  await form.getByLabel("Name", { exact: true }).fill("Fruit");
  await form.getByLabel("Words in subject or text").fill("kumquat");
  await form.getByRole("button", { name: "Save" }).click();
  const rule = boss.getByRole("listitem", { name: "Fruit" });
  await expect(rule).toContainText("kumquat");
  expect(await violationsOf(boss, "whole")).toEqual([]);

  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("A kumquat comes along.");
  await composer.send.click();
  await expect(toastsOf(page)).toContainText("It waits for review.");
  const review = await boss.context().newPage();
  await review.goto("/review");
  await isAwake(review, review.getByRole("heading", { name: "Review", exact: true }));
  const row = review.getByRole("button", { name: new RegExp(thread.contact.name) });
  await row.click();
  await expect(review.getByText("Rule “Fruit”: says “kumquat”.")).toBeVisible();
  await review.keyboard.press("a");
  await expect(toastsOf(review)).toContainText("Approved.");
  await expect(row).toBeHidden();

  await rule.getByRole("button", { name: "Pause Fruit" }).click();
  await expect(rule).toContainText("paused");
  await rule.getByRole("button", { name: "Remove" }).click();
  await boss.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(rule).toBeHidden();
  await boss.context().close();
});

test("other words for a passage are suggested, taken by a press or left, and the checks stand beside the reply", async ({
  page,
  browser,
  stateOf,
  expectAccessible,
}) => {
  test.slow();
  const { threads } = await waitingLeads(["Sanna"]);
  const thread = await threadOf(page, threads[0]!.id);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("The price is 980 euros a month. Shall we talk this week?");
  await composer.address("Cc", "colleague@elsewhere.test");
  await composer.root.getByRole("button", { name: "More ways to send" }).click();
  await page.getByRole("menuitem", { name: "Ask for review" }).click();
  const asking = page.getByRole("dialog", { name: "Ask for review" });
  await asking.getByRole("button", { name: "Ask for review" }).click();
  await expect(replyCard(page, "approval")).toBeVisible();

  const boss = await (
    await browser.newContext({ storageState: await stateOf("manager"), baseURL: process.env.E2E_URL! })
  ).newPage();
  await boss.goto("/review");
  await isAwake(boss, boss.getByRole("heading", { name: "Review", exact: true }));
  await boss.getByRole("button", { name: new RegExp(thread.contact.name) }).click();
  const checks = boss.getByRole("list", { name: "Checks" });
  await expect(checks).toContainText("colleague@elsewhere.test belongs neither to the lead’s company nor to yours");
  await expect(checks).toContainText("Variables filled");
  const write = async (words: string, instead: string) => {
    await choose(boss, words);
    await boss.getByRole("button", { name: "Suggest an edit" }).click();
    const field = boss.getByRole("textbox", { name: "What these words should say instead" });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(words);
    await field.fill(instead);
  };
  await write("980 euros", "1,050 euros");
  await boss.keyboard.press("ControlOrMeta+Enter");
  await expect(boss.locator("[data-suggestion]").last()).toContainText("1,050 euros");
  await write("Shall we talk this week?", "When suits you?");
  // What was typed goes along, without a press of its own.
  await boss.getByRole("button", { name: /^Return(?!ed)/ }).click();
  const returning = boss.getByRole("dialog", { name: /^Return to/ });
  await expect(returning).toContainText("What you have typed goes along.");
  await returning.getByRole("button", { name: "Return", exact: true }).click();
  await expect(toastsOf(boss)).toContainText("Returned to");

  const returned = page.getByRole("region", { name: "Returned by the reviewer" });
  await expect(returned.locator("ins").first()).toContainText("1,050");
  await expectAccessible();
  await expect(returned.getByRole("listitem")).toHaveCount(2);
  const price = returned.getByRole("listitem").filter({ hasText: "1,050" });
  await price.getByRole("button", { name: "Take it" }).click();
  await expect(composer.text).toContainText("The price is 1,050 euros a month. Shall we talk this week?");
  await expect(price).toBeHidden();
  await returned.getByRole("button", { name: "Leave mine" }).click();
  await expect(returned.getByRole("listitem")).toHaveCount(0);
  await expect(composer.text).toContainText("Shall we talk this week?");
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
  await boss.context().close();
});
