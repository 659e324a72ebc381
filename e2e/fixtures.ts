import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import { SANDBOX_PASSWORD } from "./secrets";

type Role = "sdr" | "manager" | "admin";

type Fixtures = {
  /** Signs in as a member of the sandbox. */
  signInAs: (role: Role, to?: string) => Promise<void>;
  /** Asserts that the page as it stands has no accessibility violation (axe, WCAG 2.2 AA). */
  expectAccessible: () => Promise<void>;
};

/** Journeys in Chromium; an error in the console or an uncaught one fails them. */
export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(process.env.E2E_URL!),
  page: async ({ page }, use) => {
    const errors = watchConsole(page);
    await use(page);
    expect(errors, "errors in the browser's console").toEqual([]);
  },
  signInAs: async ({ page }, use) =>
    use(async (role, to = "/inbox") => {
      await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(to)}`);
      await page.getByLabel("E-mail").fill(`${role}@sandbox.test`);
      await page.getByLabel("Password", { exact: true }).fill(SANDBOX_PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL((url) => url.pathname === to.split("?")[0]);
    }),
  expectAccessible: async ({ page }, use) =>
    use(async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .exclude("iframe")
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
      ).toEqual([]);
    }),
});

/** Collects what must not happen in a console; more pages than the fixture's own are watched by calling it. */
export function watchConsole(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

export { expect };
