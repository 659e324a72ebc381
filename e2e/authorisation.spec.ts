import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { SANDBOX_PASSWORD } from "./secrets";
import { startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, isAwake, waitingThread } from "./steps/threads";

test.use({ isNewBrowser: true });

const PAGES = [
  "/",
  "/inbox",
  "/inbox/1",
  "/settings",
  "/settings/profile",
  "/settings/api-keys",
  "/settings/mailboxes",
];
const COOKIE_ROUTES = ["/api/threads", "/api/threads/counts", "/api/threads/1", "/api/messages/1/frame", "/api/events"];

test("every page sends a stranger to the sign-in page and remembers where he wanted to go", async ({ request }) => {
  for (const page of PAGES) {
    const response = await request.get(page, { maxRedirects: 0 });
    expect(response.status(), page).toBe(307);
    expect(response.headers().location, page).toMatch(/^\/sign-in/);
  }
  const settings = await request.get("/settings/team", { maxRedirects: 0 });
  expect(settings.headers().location).toBe("/sign-in?callbackUrl=%2Fsettings%2Fteam");
});

test("every cookie route answers a stranger 401, also one with a cookie of his own making", async ({ request }) => {
  for (const route of COOKIE_ROUTES) {
    const forged = { cookie: "threadwell-session=eyJhbGciOiJkaXIifQ..a.b.c" };
    expect((await request.get(route)).status(), route).toBe(401);
    expect((await request.get(route, { headers: forged })).status(), route).toBe(401);
  }
});

test("every answer carries the strict headers", async ({ request }) => {
  for (const address of ["/sign-in", "/api/health", "/no/such/page", "/fonts/none"]) {
    const headers = (await request.get(address)).headers();
    expect(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"], address).not.toContain("unsafe-eval");
    expect(headers["x-content-type-options"], address).toContain("nosniff");
    expect(headers["referrer-policy"], address).toBe("same-origin");
    expect(headers["permissions-policy"], address).toContain("camera=()");
    expect(headers["x-powered-by"], address).toBeUndefined();
  }
});

test("a page's nonce is new in every answer", async ({ request }) => {
  const nonceOf = async () =>
    /'nonce-([^']+)'/.exec((await request.get("/sign-in")).headers()["content-security-policy"]!)?.[1];
  expect(await nonceOf()).not.toBe(await nonceOf());
});

test("signing in stays on the host that was asked, whatever callback is sent", async ({ request }) => {
  for (const callbackUrl of ["https://evil.test/", "//evil.test", "/\\evil.test"]) {
    const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
    const form = { csrfToken, email: "sdr@sandbox.test", password: SANDBOX_PASSWORD, callbackUrl, json: "true" };
    const response = await request.post("/api/auth/callback/credentials", { form });
    expect(((await response.json()) as { url: string }).url).toBe(`${process.env.E2E_URL}/inbox`);
  }
});

test("the session answers e-mail, name and role, and a cookie kept after signing out is worth nothing", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("sdr", "/settings/profile");
  const session = async () => (await page.request.get("/api/auth/session")).json();
  expect(await session()).toMatchObject({ user: { email: "sdr@sandbox.test", role: "sdr", name: expect.any(String) } });
  const kept = await context.cookies();
  await readsAfterSigningOut(page);

  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await context.addCookies(kept);

  expect(await session()).toEqual({});
  expect((await page.request.get("/api/threads")).status()).toBe(401);
});

test.describe("somebody signs out in another tab", () => {
  test.use({ expectedErrors: /status of 401/ });

  test("the page says so, keeps what was typed and leads back to where one was", async ({
    page,
    signInAs,
    expectAccessible,
  }) => {
    await signInAs("sdr");
    const thread = await waitingThread(page, CAMPAIGN.keyboard, 8);
    await goToThread(page, thread);
    const composer = await startReply(page);
    await page.keyboard.type("Tuesday suits me well.");
    const { csrfToken } = (await (await page.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
    await page.request.post("/api/auth/signout", { form: { csrfToken, callbackUrl: "/sign-in" } });

    // Told at once, in the middle of a word: what is typed on presses nothing.
    const dialog = page.getByRole("dialog", { name: "You are signed out" });
    await expect(dialog).toContainText("kept on this device");
    await expect(page.getByText(/^Offline since/)).toHaveCount(0);
    await page.keyboard.type(" Or Wednesday.");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeVisible();
    await expectAccessible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByLabel("E-mail").fill("sdr@sandbox.test");
    await page.getByLabel("Password", { exact: true }).fill(SANDBOX_PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();

    await page.waitForURL(`**/inbox/${thread.id}`);
    await expect(composer.text).toHaveText("Tuesday suits me well.");
    await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
    await expect(composer.root).toBeHidden();
  });
});

/** What the page reads is held until its session is over, and the next page until an answer to it could be complained about. */
async function readsAfterSigningOut(page: Page): Promise<void> {
  const isOver = page.waitForResponse("**/api/auth/signout");
  await page.route("**/api/threads/counts", async (route) => {
    await isOver;
    await route.continue();
  });
  await page.route("**/sign-in", async (route) => {
    await page.waitForTimeout(1_000);
    await route.continue();
  });
  const asked = page.waitForRequest("**/api/threads/counts");
  await page.goto("/inbox");
  await isAwake(page, page.locator("[data-thread]"));
  // A network that is gone for a moment makes it read all again.
  await page.evaluate(() => {
    for (const isOnLine of [false, true]) {
      Object.defineProperty(navigator, "onLine", { configurable: true, get: () => isOnLine });
      dispatchEvent(new Event(isOnLine ? "online" : "offline"));
    }
  });
  await asked;
}

test("a wrong password keeps the address, says so at its place and takes the focus there", async ({ browser }) => {
  // A context of its own: the browser writes the 401 into its console.
  const page = await (await browser.newContext({ baseURL: process.env.E2E_URL! })).newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("manager@sandbox.test");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();

  await expect(page.getByText("Address and password do not match.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("manager@sandbox.test");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.context().close();
});

test("settings of the workspace are the admin's", async ({ page, signInAs }) => {
  await signInAs("sdr", "/settings");
  await expect(page.getByRole("navigation", { name: "Settings" }).getByRole("link")).toHaveText([
    "Profile",
    "Templates",
    "API keys",
  ]);
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page).toHaveTitle(/API keys · Threadwell$/);
  await page.goto("/settings/team");
  await expect(page.getByText("That page is for other roles than yours.")).toBeVisible();
  await expect(page).toHaveURL(/\/inbox$/);
});

test("the session's cookie is kept from scripts and from other sites", async ({ stateOf }) => {
  const { cookies } = await stateOf("sdr");
  expect(cookies.length).toBeGreaterThan(0);
  for (const { name, httpOnly, sameSite } of cookies) {
    expect(httpOnly, name).toBe(true);
    expect(sameSite, name).toMatch(/^(Lax|Strict)$/);
  }
});

test("another site can upload nothing in a member's name, and its own page can", async ({ playwright, stateOf }) => {
  const member = await playwright.request.newContext({
    baseURL: process.env.E2E_URL!,
    storageState: await stateOf("sdr"),
  });
  const upload = async (headers: Record<string, string>) => {
    const data = Buffer.from("a few words");
    const options = { data, headers: { "content-type": "text/plain", ...headers } };
    return (await member.post("/api/uploads?name=note.txt", options)).status();
  };

  expect(await upload({ origin: "https://evil.test" })).toBe(403);
  expect(await upload({ "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await upload({ origin: process.env.E2E_URL!, "sec-fetch-site": "same-origin" })).toBe(201);
  await member.dispose();
});
