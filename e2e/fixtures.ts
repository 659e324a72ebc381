import {
  expect,
  request,
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import { KeptContexts } from "./kept-contexts";
import { SANDBOX_PASSWORD } from "./secrets";
import { violationsOf, type Look } from "./steps/accessibility";

type Role = "sdr" | "manager" | "admin";
type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Fixtures = {
  /** Who is signed in when the test begins (`test.use({ role: "sdr" })`); nobody by default. */
  role: Role | null;
  /** What a journey lets the browser complain about: a page that is not found is one in its console as well. */
  expectedErrors: RegExp | null;
  /** For journeys about what a browser fetches that was never here; others find what the one before them has fetched. */
  isNewBrowser: boolean;
  /** Signs in as a member of the sandbox. */
  signInAs: (role: Role, to?: string) => Promise<void>;
  /** Asserts that the page as it stands has no accessibility violation (axe, WCAG 2.2 AA). */
  expectAccessible: (look?: Look) => Promise<void>;
};

type WorkerFixtures = {
  /** The cookies of a member, signed in once for all tests of a worker. */
  stateOf: (role: Role) => Promise<State>;
  /** The contexts in which this worker's journeys take place, one after the other. */
  keptContexts: KeptContexts;
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
  keptContexts: [async ({ browser }, use) => use(new KeptContexts(browser)), { scope: "worker" }],
  isNewBrowser: [false, { option: true }],
  context: async (
    { browser, keptContexts, isNewBrowser, storageState, baseURL, viewport, hasTouch, isMobile, locale, timezoneId },
    use,
    info,
  ) => {
    // What tells two browsers apart: an option that journeys set belongs here.
    const options = given({ baseURL, viewport, hasTouch, isMobile, locale, timezoneId });
    const contexts = isNewBrowser ? new KeptContexts(browser) : keptContexts;
    const { context, giveBack } = await contexts.take(options, storageState);
    await use(context);
    await giveBack(!isNewBrowser && info.status === info.expectedStatus);
  },
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

/** The options that are set at all. */
function given(options: { [Name in keyof BrowserContextOptions]: BrowserContextOptions[Name] | undefined }) {
  const set = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as BrowserContextOptions;
}

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
    // What could not be loaded is named by its address alone.
    const said = `${message.text()} ${message.location().url}`.trim();
    if (message.type() === "error" && !FRAME_REFUSES.test(message.text())) errors.push(said);
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

export { expect };
