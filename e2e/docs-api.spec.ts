import { execFileSync } from "node:child_process";
import { expect, test } from "./fixtures";
import { SANDBOX_API_KEY } from "./secrets";

const COMMANDS = /^curl /;

test.describe("signed in", () => {
  test.use({ role: "admin" });

  test("every command on the page works once KEY is a key", async ({ page, baseURL }) => {
    await page.goto("/docs/api");
    const commands = await page.locator("pre").filter({ hasText: COMMANDS }).allTextContents();

    expect(commands).toHaveLength(3);
    for (const command of commands) {
      expect(command).toContain(baseURL);
      expect(run(command), command).toMatch(
        /^(Email added to the queue, will be sent out soon!|\{"ok":true,.*\})\n200$/,
      );
    }
  });

  test("a command is copied whole, and the index and the settings lead to where they say", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/settings/api-keys");
    await page.getByRole("link", { name: "How to use the API" }).click();
    await page
      .getByRole("navigation", { name: "On this page" })
      .getByRole("link", { name: "The outcome of a reply" })
      .click();
    await expect(page.getByRole("heading", { name: "The outcome of a reply" })).toBeInViewport();

    await page.getByRole("button", { name: "Copy the command of /email-campaigns/send-email-thread" }).click();

    const shown = await page.locator("pre").filter({ hasText: COMMANDS }).first().textContent();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  });
});

test("a stranger reads it as he may read the document, at any width and in both themes", async ({
  page,
  expectAccessible,
}) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/docs/api");
    await page.getByText("Too many requests").first().click();

    await expect(page.getByText("RATE_LIMIT_EXCEEDED").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible();
  }
});

/** Runs a command as a reader's shell would, with the status of the answer as its last line. */
function run(command: string): string {
  const line = command
    .replace("api_key=KEY", `api_key=${SANDBOX_API_KEY}`)
    .replace(COMMANDS, "curl -sS -w '\\n%{http_code}' ");
  return execFileSync("sh", ["-c", line]).toString();
}
