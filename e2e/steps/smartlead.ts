import { expect, type BrowserContext, type Page } from "@playwright/test";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { test as base } from "../fixtures";
import { startTestApp, type RunningApp } from "../running-app";
import { SANDBOX_API_KEY, SANDBOX_PASSWORD } from "../secrets";
import { ADMIN } from "./office";
import { startRecordingProxy, type RecordingProxy } from "./recording-proxy";

export const LEADS = 45;
const MINUTE_MS = 60_000;

export type Agency = {
  smartlead: FakeSmartlead;
  app: RunningApp;
  /** What the browser speaks to: it keeps all that crosses. */
  proxy: RecordingProxy;
  signedIn: Awaited<ReturnType<BrowserContext["storageState"]>> | undefined;
};

/** Journeys of a team whose campaigns live at Smartlead: an app and an account of their own for one worker. */
export const test = base.extend<object, { agency: Agency }>({
  agency: [
    async ({}, use) => {
      const smartlead = await startFakeSmartlead({ fetchesFiles: true });
      await fill(smartlead);
      const app = await startTestApp(process.env.TEST_DATABASE_SERVER!, {
        SANDBOX_PASSWORD,
        SANDBOX_API_KEY,
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        ALLOW_PRIVATE_HOSTS: smartlead.allow,
        SMARTLEAD_BASE_URL: smartlead.url,
      });
      const proxy = await startRecordingProxy(app.url);
      await use({ smartlead, app, proxy, signedIn: undefined });
      await proxy.stop();
      await app.stop();
      await smartlead.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ agency }, use) => use(agency.proxy.url),
  storageState: async ({ agency }, use) => use(agency.signedIn),
});

/** Two campaigns; in the first many leads have answered, the newest a minute ago. */
async function fill(smartlead: FakeSmartlead): Promise<void> {
  const account = smartlead.addAccount({ address: "sam@acme.test", name: "Sam Reed", signature: "<p>Sam, Acme</p>" });
  const campaign = smartlead.addCampaign({ name: "Autumn, factories" });
  smartlead.addCampaign({ name: "Spring, schools", status: "PAUSED" });
  for (let at = 0; at < LEADS; at++) {
    const answeredAt = new Date(Date.now() - (at + 1) * MINUTE_MS);
    const lead = smartlead.addLead({
      campaign,
      account,
      email: `lead${at}@customer.test`,
      firstName: "Lead",
      lastName: `No ${at}`,
      sentAt: new Date(answeredAt.getTime() - 60 * MINUTE_MS),
    });
    await smartlead.receive(lead, { time: answeredAt, email_body: `<p>Tell me more, says number ${at}.</p>` });
  }
}

export async function signInAtAgency(page: Page, agency: Agency): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(ADMIN.email);
  await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/inbox");
  agency.signedIn = await page.context().storageState();
}

/** The last reply that Smartlead took, as it came. */
export async function takenBySmartlead({ replies }: FakeSmartlead, count: number) {
  await expect.poll(() => replies.length, { timeout: 30_000 }).toBe(count);
  return replies.at(-1)!;
}
