import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { startOauthServer, type OauthServer } from "@/lib/testing/oauth-server";
import { rawMail } from "@/lib/testing/raw-mail";
import { test as base } from "../fixtures";
import { startTestApp, type RunningApp } from "../running-app";
import { SANDBOX_API_KEY, SANDBOX_PASSWORD } from "../secrets";

export const ADMIN = { email: "nia@acme.test", password: "nia-has-a-long-one" };
/** Whose mailbox is connected. */
export const SAM = { name: "Sám Reed", address: "sam@acme.test", password: "sam-on-the-server" };
export const ANA = { name: "Ana Lind", address: "ana@lead.test" };
export const BEN = { name: "Ben Okoro", address: "ben@lead.test" };
export const DORA = { name: "Dora Vane", address: "dora@partner.test" };
export const ZOE = { name: "Zoë Hart", address: "zoe@stranger.test" };
/** What Sam wrote to Ana from another program, before this app knew of either. */
export const FIRST = { messageId: "phone-1@acme.test", subject: "Figures for autumn" };

export type Office = {
  servers: MailServers;
  /** Stands in for Google; Dovecot asks it whose a token is. */
  oauth: OauthServer;
  app: RunningApp;
  /** The admin's cookies, once somebody has signed in. */
  signedIn: Awaited<ReturnType<BrowserContext["storageState"]>> | undefined;
};

/** Journeys over real mail servers, with an app of their own that one worker keeps for all of them. */
export const test = base.extend<object, { office: Office; officeOf: string }>({
  /** Whose office it is: files of two names never meet in one. */
  officeOf: ["", { option: true, scope: "worker" }],
  office: [
    async ({}, use) => {
      const users = [SAM, ANA, BEN, DORA, ZOE].map((user) => ({ password: "of-no-matter", ...user }));
      const oauth = await startOauthServer();
      const servers = await startMailServers({ users, introspection: oauth.introspection });
      await writeFromAnotherProgram(servers);
      const app = await startTestApp(process.env.TEST_DATABASE_SERVER!, {
        SANDBOX_PASSWORD,
        SANDBOX_API_KEY,
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        ALLOW_PRIVATE_HOSTS: `${servers.allow},${oauth.allow}`,
        OAUTH_TEST_SERVER: oauth.url,
        GOOGLE_CLIENT_ID: oauth.clientId,
        GOOGLE_CLIENT_SECRET: oauth.clientSecret,
      });
      await use({ servers, oauth, app, signedIn: undefined });
      await app.stop();
      await servers.stop();
      await oauth.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ office }, use) => use(office.app.url),
  storageState: async ({ office }, use) => use(office.signedIn),
});

async function writeFromAnotherProgram(servers: MailServers): Promise<void> {
  const raw = rawMail({
    from: `Sam <${SAM.address}>`,
    to: `${ANA.name} <${ANA.address}>`,
    subject: FIRST.subject,
    messageId: FIRST.messageId,
    body: "Shall I send you the figures?",
  });
  const file = path.join(tmpdir(), `threadwell-sent-${process.pid}.eml`);
  await writeFile(file, raw);
  await servers.doveadm("save", "-u", SAM.address, "-m", "Sent", file);
  await rm(file);
}

export async function signIn(page: Page, office: Office): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(ADMIN.email);
  await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/inbox");
  office.signedIn = await page.context().storageState();
}
