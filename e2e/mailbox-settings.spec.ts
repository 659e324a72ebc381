import { mailServersMissing } from "@/lib/testing/mail-servers";
import { expect } from "./fixtures";
import { apiOf, inSeconds } from "./steps/api";
import { pressRow, rowOf } from "./steps/inbox";
import { openLive, write } from "./steps/mail";
import { ANA, FIRST, SAM, signIn, test } from "./steps/office";
import { fillMailboxForm, makeKey, openMailbox } from "./steps/settings";

const missing = mailServersMissing();
test.use({ officeOf: "mailbox-settings" });
test.skip(missing !== null, missing ?? "");
test.describe.configure({ mode: "serial" });

test("servers are filled in from the address, say where they come from, and leave what was typed", async ({
  page,
  office,
  expectAccessible,
}) => {
  await signIn(page, office);
  await page.goto("/settings/mailboxes/new");
  await page.getByLabel("E-mail address").fill("nobody@gmail.com");

  await expect(page.getByText("Gmail: its servers are known.")).toBeVisible();
  await expect(page.getByText("imap.gmail.com:993 and smtp.gmail.com:465")).toBeVisible();
  await expect(page.getByRole("radio", { name: "With Google" })).toBeChecked();
  await page.getByRole("radio", { name: "With a password" }).check();
  await expect(page.getByText("myaccount.google.com/apppasswords")).toBeVisible();
  await page.getByLabel("App password").fill("of-no-matter");
  await page.locator("summary").click();
  const receiving = page.getByRole("group", { name: "Receiving (IMAP)" });
  await receiving.getByLabel("Server").fill("imap.mine.test");
  await expectAccessible();

  await page.getByLabel("E-mail address").fill("nobody@web.de");
  await expect(page.getByText("WEB.DE: its servers are known.")).toBeVisible();
  await expect(receiving.getByLabel("Server")).toHaveValue("imap.mine.test");
  const sending = page.getByRole("group", { name: "Sending (SMTP)" });
  await expect(sending.getByLabel("Server")).toHaveValue("smtp.web.de");
  await expect(sending.getByLabel("Security")).toHaveValue("starttls");
  await expect(page.getByLabel("Password").first()).toHaveValue("of-no-matter");
});

test("a mailbox is connected by signing in with its provider, and every step passes without a password", async ({
  page,
  office,
}) => {
  await page.goto("/settings/mailboxes/new");
  await fillMailboxForm(page, office.servers);
  await page.getByRole("radio", { name: "With Google" }).check();
  await page.getByRole("button", { name: "Go on to Google" }).click();

  const steps = page.getByRole("region", { name: "Test" }).getByRole("listitem");
  await expect(steps.filter({ hasText: ", passed" })).toHaveCount(9);
  await expect(page.getByText("Connected, in step").first()).toBeVisible();
});

test("a permission that was withdrawn is said, and signing in again mends it", async ({ page, office }) => {
  office.oauth.revoke();
  await openMailbox(page);
  await office.servers.doveadm("kick", SAM.address);
  const again = page.getByRole("link", { name: "Sign in with Google again" });
  await expect(again).toBeVisible({ timeout: 60_000 });

  await again.click();
  await expect(page.getByText("Connected, in step").first()).toBeVisible({ timeout: 30_000 });
});

test("how a mailbox writes and is read is kept, and what is wrong is said at its place", async ({
  page,
  expectAccessible,
}) => {
  await openMailbox(page);
  await page.getByRole("link", { name: "Settings", exact: true }).last().click();
  await expect(page.getByRole("heading", { name: `Settings of ${SAM.address}` })).toBeVisible();
  const signature = page.getByRole("textbox", { name: "Signature" });
  await signature.click();
  await page.keyboard.press("Control+b");
  await page.keyboard.type("Sám Reed");
  await page.getByRole("radio", { name: "Colour 6" }).check();
  await page.getByLabel("Time zone").selectOption("Europe/Lisbon");
  await page.getByRole("radio", { name: "Within these hours only" }).check();
  await page.getByLabel("Sat").check();
  await page.getByLabel("Until").fill("08:00");
  await page.getByLabel("At most a day").fill("40");
  await page.getByLabel("Headers").fill("X-Warmup");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The end comes after the beginning.")).toBeVisible();
  await expect(page.getByLabel("Until")).toBeFocused();
  await expectAccessible();

  await page.getByLabel("Until").fill("18:30");
  await expect(page.getByText("The end comes after the beginning.")).toBeHidden();
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Team" }).click();
  await page.getByRole("dialog", { name: "Leave without saving?" }).getByRole("button", { name: "Stay here" }).click();
  await page.goBack({ timeout: 2_000 }).catch(() => null);
  await page.getByRole("button", { name: "Stay here" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.reload();
  await expect(signature.locator("strong")).toHaveText("Sám Reed");
  await expect(page.getByRole("radio", { name: "Colour 6" })).toBeChecked();
  await expect(page.getByLabel("Sat")).toBeChecked();
  await expect(page.getByLabel("Until")).toHaveValue("18:30");
  await expect(page.getByLabel("At most a day")).toHaveValue("40");
  await expect(page.getByLabel("Headers")).toHaveValue("X-Warmup");

  // The connection below is a form of its own, and leads away once it is saved.
  await page.getByLabel("At most a day").fill("41");
  await page.getByRole("button", { name: "Save and test" }).click();
  await page.getByRole("dialog", { name: "Leave without saving?" }).getByRole("button", { name: "Stay here" }).click();
  await expect(page.getByLabel("At most a day")).toHaveValue("41");
});

test("removing a mailbox asks about its planned replies; its threads stay and say why nothing leaves", async ({
  page,
  office: { servers },
  expectAccessible,
}) => {
  await openLive(page, "/inbox");
  await write(servers, ANA, { inReplyTo: FIRST.messageId, subject: `Re: ${FIRST.subject}`, body: "Yes, please." });
  await expect(rowOf(page, FIRST.subject)).toBeVisible();
  await pressRow(page, FIRST.subject);
  await page.waitForURL(/inbox\/\d+/);
  const thread = page.url();
  const api = await apiOf(page, await makeKey(page), thread);
  const planned = await api.send({ emailBody: "Did you see it?", scheduledTime: inSeconds(3_600) });

  await openMailbox(page);
  await page.getByRole("button", { name: "Remove" }).click();
  const dialog = page.getByRole("dialog", { name: `Remove ${SAM.address}?` });
  await expect(dialog.getByText("One reply waits to be sent")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Keep using it" })).toBeFocused();
  await expect(dialog.getByRole("radio", { name: /^Send from another/ })).toBeDisabled();
  await expectAccessible();
  await dialog.getByRole("radio", { name: /^Cancel/ }).check();
  await dialog.getByRole("button", { name: "Remove it, cancel what waits" }).click();

  await expect(page.getByText(`${SAM.address} was removed, one reply cancelled`)).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: SAM.address })).toHaveCount(0);
  expect(await api.status(planned)).toBe("CANCELLED");
  await page.goto(thread);
  await expect(page.getByText("Yes, please.").first()).toBeVisible();
  await expect(page.getByText(`${SAM.address} was removed: it is read no more.`)).toBeVisible();
});
