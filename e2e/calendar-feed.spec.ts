import { request } from "@playwright/test";
import ICAL from "ical.js";
import { expect, test } from "./fixtures";

test.use({ role: "manager" });

/** As a calendar program asks: without a cookie. */
async function read(address: string) {
  const program = await request.newContext();
  const answer = await program.get(address);
  const read = { status: answer.status(), type: answer.headers()["content-type"], text: await answer.text() };
  await program.dispose();
  return read;
}

test("a calendar feed is made, read by a program, shown once and revoked", async ({ page, expectAccessible }) => {
  await page.goto("/settings/profile");
  await page.getByRole("button", { name: "Make the address" }).click();
  const shown = page.getByLabel("Address of your calendar feed");
  await expect(shown).toHaveValue(/\/api\/calendar\/[\w-]{43}\.ics$/);
  const address = await shown.inputValue();
  await expectAccessible();

  const feed = await read(address);
  expect(feed).toMatchObject({ status: 200, type: "text/calendar; charset=utf-8" });
  const events = new ICAL.Component(ICAL.parse(feed.text) as unknown[]).getAllSubcomponents("vevent");
  for (const event of events) expect(new ICAL.Event(event).summary).not.toBe("");

  await page.reload();
  const standing = page.getByText("Made: ");
  await expect(standing).toContainText("Last read: ");
  await expect(standing).not.toContainText("never");
  await expect(shown).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await expect(page.getByRole("button", { name: "Make the address" })).toBeVisible();
  expect((await read(address)).status).toBe(404);
});
