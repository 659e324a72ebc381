import { expect, request, test as base, type BrowserContext, type Page } from "@playwright/test";
import { violationsOf, type Look } from "./steps/accessibility";
import { SANDBOX_PASSWORD } from "./secrets";

type Role = "sdr" | "manager" | "admin";
type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Fixtures = {
  /** Who is signed in when the test begins (`test.use({ role: "sdr" })`); nobody by default. */
  role: Role | null;
  /** What a journey lets the browser complain about: a page that is not found is one in its console as well. */
  expectedErrors: RegExp | null;
  /** Signs in as a member of the sandbox. */
  signInAs: (role: Role, to?: string) => Promise<void>;
  /** Asserts that the page as it stands has no accessibility violation (axe, WCAG 2.2 AA). */
  expectAccessible: (look?: Look) => Promise<void>;
};

type WorkerFixtures = {
  /** The cookies of a member, signed in once for all tests of a worker. */
  stateOf: (role: Role) => Promise<State>;
};

/** Journeys in Chromium; an error in the console or an uncaught one fails them. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  baseURL: async ({}, use) => use(process.env.E2E_URL!),
  role: [null, { option: true }],
  stateOf: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const known = new Map<Role, State>();
      await use(async (role) => {
        const state = known.get(role) ?? (await signedIn(role));
        known.set(role, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
  storageState: async ({ role, stateOf }, use) => use(role ? await stateOf(role) : undefined),
  expectedErrors: [null, { option: true }],
  page: async ({ page, expectedErrors }, use) => {
    const errors = watchConsole(page);
    await use(page);
    const unexpected = errors.filter((error) => !expectedErrors?.test(error));
    expect(unexpected, "errors in the browser's console").toEqual([]);
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
    use(async (look = "whole") => expect(await violationsOf(page, look)).toEqual([])),
});

/** Signs in as the form does, without drawing it: to the app of all journeys, or to one that a journey has started itself. */
export async function signedIn(role: Role, baseURL = process.env.E2E_URL!): Promise<State> {
  const context = await request.newContext({ baseURL });
  const { csrfToken } = (await (await context.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, email: `${role}@sandbox.test`, password: SANDBOX_PASSWORD, callbackUrl: "/inbox" };
  await context.post("/api/auth/callback/credentials", { form: { ...form, json: "true" } });
  const state = await context.storageState();
  await context.dispose();
  return state;
}

/** What looks into a mail's frame from outside (Playwright, axe) is refused by its sandbox, as its own scripts would be. */
const FRAME_REFUSES = /^Blocked script execution in '[^']*\/api\/(?:messages\/[0-9a-f-]+|replies\/preview)\/frame'/;

/** Collects what must not happen in a console; more pages than the fixture's own are watched by calling it. */
export function watchConsole(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !FRAME_REFUSES.test(message.text())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

export { expect };
