import { expect, test, watchConsole } from "./fixtures";
import { filtersOf, nameOf, ownerOf, rulesOf, unownedThread } from "./steps/assignment";
import { answerByApi } from "./steps/live";
import { CAMPAIGN, goToThread } from "./steps/threads";
import { toastsOf } from "./steps/triage";

test.describe("by rule", () => {
  test.use({ role: "manager" });

  test("a manager writes a rule, a lead answers, and the thread is the next person's", async ({
    page,
    expectAccessible,
  }) => {
    const name = "Journey by turns";
    const thread = await unownedThread(page, CAMPAIGN.assignment);
    const { campaigns, team } = await filtersOf(page);
    const campaign = campaigns.find(({ number }) => number === CAMPAIGN.assignment)!.name;
    const [first, second] = [team[0]!, team[1]!];
    const rules = rulesOf(page);
    await page.goto("/settings/assignment");
    await rules.add({ name, campaign, people: [first, second] });
    await expectAccessible();
    await rules.form.getByRole("button", { name: "Add a rule" }).click();
    await expect(rules.form).toBeHidden();

    const rule = rules.rule(name);
    await expect(rule).toContainText(`Answers in “${campaign}” go in turn to ${first.name} and ${second.name}.`);
    await expect(rule.getByRole("listitem").filter({ hasText: first.name })).toContainText("next");
    await expectAccessible();

    await answerByApi(page, process.env.E2E_URL!, thread);
    await expect.poll(() => ownerOf(page, thread.id), { timeout: 30_000 }).toBe(first.name);
    await page.reload();
    await expect(rule.getByRole("listitem").filter({ hasText: second.name })).toContainText("next");

    await rule.getByRole("button", { name: "Remove" }).click();
    await rules.form.getByRole("button", { name: `Remove ${name}` }).click();
    await expect(rule).toBeHidden();
  });
});

test.describe("by claiming", () => {
  test.use({ role: "sdr" });

  test("of two who take a thread at once one has it, and the other is told who", async ({ page, browser, stateOf }) => {
    const thread = await unownedThread(page, CAMPAIGN.assignment, 1);
    const colleague = await browser.newContext({
      storageState: await stateOf("manager"),
      baseURL: process.env.E2E_URL!,
    });
    const theirs = await colleague.newPage();
    const errors = watchConsole(theirs);
    await goToThread(page, thread);
    await goToThread(theirs, thread);

    await Promise.all([page.keyboard.press("Shift+M"), theirs.keyboard.press("Shift+M")]);

    await expect.poll(() => ownerOf(page, thread.id)).not.toBeNull();
    const winner = await ownerOf(page, thread.id);
    const [won, lost] = winner === (await nameOf(page)) ? [page, theirs] : [theirs, page];
    await expect(toastsOf(won)).toContainText("Assigned to you");
    await expect(toastsOf(lost)).toContainText(`${winner} has taken it`);
    await expect(lost.getByRole("button", { name: `Assigned to ${winner}` }).first()).toBeVisible();
    expect(errors).toEqual([]);
    await colleague.close();
  });

  test("a thread is handed over with a note, and the undo gives it back", async ({ page }) => {
    const thread = await unownedThread(page, CAMPAIGN.assignment, 2);
    const me = await nameOf(page);
    const { team } = await filtersOf(page);
    const other = team.find(({ name }) => name !== me)!;
    await goToThread(page, thread);
    await page.keyboard.press("Shift+A");
    await page.getByRole("menuitem", { name: "With a note…" }).click();
    const form = page.getByRole("dialog", { name: "Hand over" });
    await form.getByLabel("To", { exact: true }).selectOption(other.id);
    await form.getByLabel("Why, what next").fill("They ask for a price. Call on Tuesday.");
    await form.getByRole("button", { name: "Hand over" }).click();
    await expect(toastsOf(page)).toContainText(`Assigned to ${other.name}`);
    await expect(form).toBeHidden();
    await expect.poll(() => ownerOf(page, thread.id)).toBe(other.name);

    await page.keyboard.press("z");
    await expect.poll(() => ownerOf(page, thread.id)).toBeNull();
  });
});
