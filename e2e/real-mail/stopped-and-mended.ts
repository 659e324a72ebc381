import { expect } from "../fixtures";
import { rowOf, threadPane } from "../steps/inbox";
import { openLive, write } from "../steps/mail";
import { ANA, SAM, test } from "../steps/office";
import { openMailbox, stoppedBadge, typePassword } from "../steps/settings";
import type { SeenInTurn } from "./seen-in-turn";

const CHANGED_PASSWORD = "changed-on-the-server";

/** Journeys of a mailbox whose password changes on the server, told in the thread of the first ones too. */
export function declareStoppedAndMended(seen: SeenInTurn): void {
  test("a mailbox that stops is told on every page, in words", async ({
    page,
    expectAccessible,
    office: { servers },
  }) => {
    await openLive(page, "/settings/mailboxes");
    await expect(page.getByText("Connected, in step")).toBeVisible();
    await expect(stoppedBadge(page)).toHaveCount(0);
    await servers.setUsers([{ address: SAM.address, password: CHANGED_PASSWORD }]);
    await servers.doveadm("kick", SAM.address);

    const row = page.getByRole("row").filter({ hasText: SAM.address });
    await expect(row).toContainText(/Password refused since \d\d:\d\d/, { timeout: 15_000 });
    await expect(row).toContainText(/Next try \d\d:\d\d|It is being tried/);
    await expect(stoppedBadge(page)).toHaveText("1 mailbox has stopped");
    const toasts = page.getByRole("region", { name: "Notifications" });
    await expect(toasts).toContainText(`${SAM.address} has stopped`);
    await expectAccessible();

    await page.goto(seen.thread);
    await expect(
      threadPane(page).getByText(/has been refused its password since \d\d:\d\d. Your reply waits/),
    ).toBeVisible();
    await expect(toasts.getByText("has stopped")).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Reply/ }).first()).toBeEnabled();

    await openMailbox(page);
    await page.getByRole("button", { name: "Test", exact: true }).click();
    const failed = page.getByRole("region", { name: "Test" }).getByRole("listitem").filter({ hasText: ", failed" });
    await expect(failed).toHaveText([/^Receiving: signed in.*User or password refused/, /^Sending: signed in/]);
  });

  test("it is mended by keys alone, and what came meanwhile is there", async ({ page, office: { servers } }) => {
    const meanwhile = "While nobody could sign in";
    await write(servers, ANA, { subject: meanwhile, body: "Did you get this?" });
    await openLive(page, "/inbox");
    await expect(rowOf(page, meanwhile)).toHaveCount(0);

    await stoppedBadge(page).press("Enter");
    await page.waitForURL("**/settings/mailboxes?show=trouble");
    await page.getByRole("link", { name: `Reconnect ${SAM.address}` }).press("Enter");
    await typePassword(page, CHANGED_PASSWORD);
    await page.keyboard.press("Enter");

    const steps = page.getByRole("region", { name: "Test" }).getByRole("listitem");
    await expect(steps.filter({ hasText: ", passed" })).toHaveCount(9);
    await expect(stoppedBadge(page)).toHaveCount(0, { timeout: 15_000 });
    await expect(page.getByRole("region", { name: "Notifications" })).toContainText(`${SAM.address} works again`);
    await page.goto("/inbox");
    await expect(rowOf(page, meanwhile)).toBeVisible({ timeout: 15_000 });
  });
}
