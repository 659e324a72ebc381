import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures";
import { SANDBOX_API_KEY, SANDBOX_PASSWORD } from "./secrets";

test.use({ isNewBrowser: true });

const CANARIES = [SANDBOX_API_KEY, SANDBOX_PASSWORD];
const PAGES = [
  "/inbox",
  "/inbox?view=all",
  "/settings/api-keys",
  "/settings/mailboxes",
  "/settings/team",
  "/settings/profile",
  "/sandbox/deliveries",
];

test("no key and no password is in any answer to the browser, in any chunk or in the log", async ({
  page,
  signInAs,
}) => {
  const bodies: { url: string; text: string }[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "eventsource" || response.url().includes("/api/events")) return;
    void response.text().then(
      (text) => bodies.push({ url: response.url(), text }),
      () => undefined,
    );
  });

  await signInAs("admin");
  for (const address of PAGES) {
    await page.goto(address);
    await page.waitForLoadState("load");
  }
  await page.goto("/inbox?view=all");
  await page.locator("[data-thread]").first().click();
  await page.waitForURL(/\/inbox\/\d+/);

  expect(bodies.length).toBeGreaterThan(20);
  for (const canary of CANARIES) {
    expect(bodies.filter(({ text }) => text.includes(canary)).map(({ url }) => url)).toEqual([]);
    expect(filesWith(".next/static", canary)).toEqual([]);
    expect(readFileSync(process.env.E2E_LOG!, "utf8")).not.toContain(canary);
  }
});

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return filesWith(file, text);
    return readFileSync(file, "utf8").includes(text) ? [file] : [];
  });
}
