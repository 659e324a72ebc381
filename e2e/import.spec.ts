import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { isAwake } from "./steps/threads";

test.use({ role: "admin" });

const LEADS = [
  "\ufeffFirst name;Mail;Organisation;Zone;LinkedIn",
  "Ewa;ewa@lisowska,import.test;Lisowska;Europe/Warsaw;in/ewa",
  "Hugo;hugo@staaf-import.test;=1+1;Europe/Stockholm;",
  "Nadia;nadia@rhodopa-import.test;Rhodopa Cargo;EET+2;",
].join("\r\n");

async function choose(page: Page, name: string, text: string): Promise<void> {
  const field = page.getByLabel("CSV file");
  // The form is taken over after the page around it; the field itself is not seen.
  await isAwake(page, field.locator(".."));
  await field.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}
const foundLeads = async (page: Page, words: string) =>
  JSON.stringify(await (await page.request.get(`/api/recipients?q=${words}`)).json());

test("leads come in from a file: two wrong rows are told, one is set right, one left out, and nothing is there twice", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/settings");
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Import" }).click();
  await choose(page, "autumn.csv", LEADS);

  await expect(page.getByText("autumn.csv, 3 rows, semicolons, UTF-8")).toBeVisible();
  await expect(page.getByLabel("What “Mail” stands for")).toHaveValue("email");
  await expect(page.getByLabel("What “LinkedIn” stands for")).toHaveValue("linkedin");
  const wrong = page.getByRole("region", { name: "Rows of the file" }).getByRole("row");
  await expect(wrong).toHaveText([/^Line/, /^2.*This is not an e-mail address\.$/, /^4.*This time zone is unknown\.$/]);
  await expect(page.getByText("Nothing is written yet.")).toBeVisible();
  await expectAccessible();
  expect(await foundLeads(page, "hugo")).not.toContain("hugo@staaf-import.test");

  await page.getByLabel("Mail, line 2").fill("ewa@lisowska-import.test");
  await page.keyboard.press("Enter");
  await expect(wrong).toHaveCount(2);
  await expect(page.getByLabel("Zone, line 4")).toBeFocused();
  await page.getByRole("button", { name: "Import 2, leave out 1" }).click();

  await expect(page.getByText("2 new, 0 changed, 0 unchanged. One row was left out.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Import another file" })).toBeFocused();
  await expectAccessible();
  expect(await foundLeads(page, "ewa")).toContain("ewa@lisowska-import.test");
  expect(await foundLeads(page, "nadia")).not.toContain("nadia@rhodopa-import.test");

  await page.keyboard.press("Enter");
  await choose(page, "autumn again.csv", LEADS);
  await expect(page.getByText("1 unchanged")).toBeVisible();
  await expect(page.getByRole("button", { name: "Nothing to import" })).toBeDisabled();
});

test.describe("a file that is refused", () => {
  // The browser writes refusals into its console.
  test.use({ expectedErrors: /status of 40[03]/ });

  test("what is no table is refused in words, and the sandbox takes no mailboxes", async ({ page }) => {
    await page.goto("/settings/import");
    await choose(page, "leads.xlsx", "PK\u0003\u0004 not a table");
    await expect(page.getByRole("main").getByRole("alert")).toHaveText(/This is no CSV file/);

    await page.getByRole("button", { name: "Mailboxes" }).click();
    await choose(page, "mailboxes.csv", "email,password\na@acme.test,secret");
    await expect(page.getByRole("main").getByRole("alert")).toHaveText(/The sandbox never meets real mail/);

    // A new mailbox is not asked for there at all.
    await page.goto("/settings/mailboxes/new");
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { name: "Not in the sandbox" })).toBeVisible();
    await expect(main.getByRole("link", { name: "Set up your team" })).toHaveAttribute("href", "/setup");
    await expect(page.getByLabel("E-mail address")).toHaveCount(0);
  });
});
