import { expect, type Browser, type Page } from "@playwright/test";
import { startOpenidProvider, type OpenidProvider } from "@/lib/testing/openid-provider";
import { signedIn, test as base } from "./fixtures";
import { startTestApp, type RunningApp } from "./running-app";
import { SANDBOX_API_KEY, SANDBOX_PASSWORD } from "./secrets";
import { composerOf, startReply } from "./steps/composer";

type Office = { app: RunningApp; provider: OpenidProvider };

/** An app of its own, whose members can sign in by a provider. */
const test = base.extend<object, { office: Office }>({
  office: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const provider = await startOpenidProvider();
      const app = await startTestApp(process.env.TEST_DATABASE_SERVER!, {
        SANDBOX_PASSWORD,
        SANDBOX_API_KEY,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        OIDC_NAME: "Acme ID",
      });
      await use({ app, provider });
      await app.stop();
      await provider.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ office }, use) => use(office.app.url),
});
test.describe.configure({ mode: "serial" });
// Who is not let in, or not any more, is refused; so is a password that is too short.
test.use({ expectedErrors: /the server responded with a status of 40[01]/, timezoneId: "Europe/Lisbon" });

const NIA = { email: "nia@acme.test", name: "Nia Park", password: "a-password-of-nia" };
const continueWithProvider = (page: Page) => page.getByRole("button", { name: "Continue with Acme ID" }).click();

/** Another person at another browser. */
async function visitor(browser: Browser, { app }: Office, role?: "admin") {
  const storageState = role ? await signedIn(role, app.url) : undefined;
  const context = await browser.newContext({ baseURL: app.url, ...(storageState ? { storageState } : {}) });
  return context.newPage();
}

test("a member signs in by the provider and comes back to where they wanted to go", async ({ page, office }) => {
  office.provider.be({ sub: "sdr-1", email: "sdr@sandbox.test", email_verified: true });
  await page.goto("/settings/profile");
  await page.waitForURL(/\/sign-in/);
  await continueWithProvider(page);
  await page.waitForURL(/\/settings\/profile$/);
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
});

test("whom the provider does not vouch for is told why they are not let in", async ({
  page,
  office,
  expectAccessible,
}) => {
  office.provider.be({ sub: "mallory", email: "manager@sandbox.test", email_verified: false });
  await page.goto("/sign-in");
  await continueWithProvider(page);
  await expect(page.getByText("does not say that your address is verified")).toBeVisible();
  await expectAccessible();
  office.provider.be({ sub: "stranger", email: "stranger@elsewhere.test", email_verified: true });
  await continueWithProvider(page);
  await expect(page.getByText("Nobody with this address is a member here")).toBeVisible();
  office.provider.be({ sub: "mallory", email: "sdr@sandbox.test", email_verified: true });
  await continueWithProvider(page);
  await expect(page.getByText("another account at the provider")).toBeVisible();
});

test("somebody is invited by mail, joins by the link once, and is deactivated while working", async ({
  page,
  browser,
  office,
  expectAccessible,
}) => {
  const admin = await visitor(browser, office, "admin");
  await admin.goto("/settings/team");
  await admin.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name").fill(NIA.name);
  await dialog.getByLabel("E-mail").fill(NIA.email);
  await dialog.getByRole("button", { name: "Invite" }).click();
  const shown = admin.getByLabel(`Link for ${NIA.email}`);
  await expect(shown).toBeFocused();
  const link = await shown.inputValue();
  await expect(async () => {
    await admin.reload();
    await expect(admin.getByText(/^Sent by /)).toBeVisible({ timeout: 2000 });
  }).toPass();

  await page.goto(link);
  await expect(page.getByLabel("E-mail")).toHaveValue(NIA.email);
  await expectAccessible();
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByText("At least 12 characters.")).toBeVisible();
  await page.getByLabel("Password").fill(NIA.password);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.waitForURL(/\/inbox/);
  const stranger = await visitor(browser, office);
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "This link counts no longer" })).toBeVisible();

  await page.locator("[data-thread]").first().click();
  await page.waitForURL(/\/inbox\/\d+/);
  const composer = await startReply(page);
  await composer.text.pressSequentially("These words must stay.");
  await expect(composer.saved).toBeVisible();
  await admin.reload();
  const row = admin.getByRole("row", { name: NIA.name });
  await row.getByRole("button", { name: "Deactivate" }).click();
  await expect(admin.getByText("Their draft is kept for when they are let in again")).toBeVisible();
  await admin.getByRole("button", { name: `Deactivate ${NIA.name}` }).click();

  await expect(page.getByRole("dialog")).toContainText("What you were writing is kept on this device");
  await expectAccessible();
  const at = page.url();
  await page.getByRole("button", { name: "Go to sign-in" }).click();
  await page.waitForURL(/\/sign-in/);
  const signIn = async () => {
    await page.getByLabel("E-mail").fill(NIA.email);
    await page.getByLabel("Password", { exact: true }).fill(NIA.password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn();
  await expect(page.getByText("Address and password do not match.")).toBeVisible();

  await row.getByRole("button", { name: "Let in again" }).click();
  await expect(row.getByRole("button", { name: "Deactivate" })).toBeVisible();
  await signIn();
  await page.waitForURL(at);
  const opener = page.getByRole("button", { name: /^Reply(?! to)/ });
  await expect(async () => {
    if (await opener.isVisible()) await opener.click({ timeout: 1_000 });
    await expect(composerOf(page).text).toContainText("These words must stay.", { timeout: 2_000 });
  }).toPass();
});

test("who has forgotten their password gets a new one from an admin, and is out until they sign in with it", async ({
  page,
  browser,
  office,
  expectAccessible,
}) => {
  await page.goto("/sign-in");
  await expect(page.getByText("An admin of your team can give you a new one.")).toBeVisible();
  const signIn = async (password: string) => {
    await page.getByLabel("E-mail").fill(NIA.email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn(NIA.password);
  await page.waitForURL(/\/inbox/);
  const admin = await visitor(browser, office, "admin");
  await admin.goto("/settings/team");
  const ask = admin.getByRole("row", { name: NIA.name }).getByRole("button", { name: "New password" });
  const give = admin.getByRole("button", { name: "Give a new password" });
  await expect(async () => {
    if (!(await give.isVisible())) await ask.click({ timeout: 2_000 });
    await expect(give).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await give.click();
  const shown = admin.getByLabel(`Password of ${NIA.name}`);
  await expect(shown).toBeFocused();
  const password = await shown.inputValue();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Go to sign-in" })).toBeVisible();
  await expectAccessible();

  await page.goto("/sign-in");
  await signIn(NIA.password);
  await expect(page.getByText("Address and password do not match.")).toBeVisible();
  await signIn(password);
  await page.waitForURL(/\/inbox/);
  await page.goto("/settings/profile");
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Lisbon");
});

test("the log tells who did what, can be narrowed, and leaves as a CSV", async ({ browser, office }) => {
  const admin = await visitor(browser, office, "admin");
  await admin.goto("/settings/audit");
  await expect(admin.getByRole("row", { name: /Deactivated a member/ }).first()).toContainText(NIA.name);
  await admin.getByLabel("What").selectOption("signIn");
  await expect(admin).toHaveURL(/group=signIn/);
  await expect(admin.getByRole("row", { name: /Sign-in refused/ }).first()).toBeVisible();
  await expect(admin.getByRole("row", { name: /Deactivated a member/ })).toHaveCount(0);
  const [download] = await Promise.all([
    admin.waitForEvent("download"),
    admin.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("audit-log.csv");
});
