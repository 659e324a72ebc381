import { LIST_VIEWS } from "@/lib/domain/list-view";
import { expect, test } from "./fixtures";
import { composerOf, startReply } from "./steps/composer";
import { expectFitting } from "./steps/overflow";
import { CAMPAIGN, goToThread, rowsOf, threadOf, waitingThread } from "./steps/threads";

const EVERY_THEME = process.env.SCREENS === "all";
/** `SCREENS=all` looks at every theme in every width; without it a screen is seen wide and narrow, each in one theme, the next screen's in the other. */
const ALL_WIDTHS = [1440, 768, 360] as const;
const WIDTHS = EVERY_THEME ? ALL_WIDTHS : ([1440, 360] as const);
const SCHEMES = ["light", "dark"] as const;

type Width = (typeof ALL_WIDTHS)[number];
type Where = { widths?: readonly Width[] };

/** Lists that differ in their rows; the others differ in what is in them. */
const VIEWS = EVERY_THEME ? LIST_VIEWS : (["inbox", "drafts", "outbox", "untracked"] as const);

/** Looks at the page as it stands: nothing for axe to find, nothing beyond the window. */
const everywhere = test.extend<{ expectGoodEverywhere: (where?: Where) => Promise<void> }>({
  expectGoodEverywhere: async ({ page, expectAccessible }, use) => {
    let seen = 0;
    await use(async ({ widths = WIDTHS } = {}) => {
      seen++;
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const schemes = EVERY_THEME ? SCHEMES : [SCHEMES[(seen + widths.indexOf(width)) % 2]!];
        for (const [nth, colorScheme] of schemes.entries()) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          // The second theme differs from the first in its colours alone.
          await test.step(`${width} px, ${colorScheme}`, () => expectAccessible(nth === 0 ? "whole" : "colours"));
        }
        await expectFitting(page, `at ${width} px`);
      }
    });
  },
});

// Axe reads a long thread in every width and theme.
everywhere.describe.configure({ timeout: 240_000 });

everywhere.describe("for a stranger", () => {
  everywhere("signing in", async ({ page, expectGoodEverywhere }) => {
    await page.goto("/sign-in");
    await expectGoodEverywhere();
  });
});

everywhere.describe("for who answers leads", () => {
  everywhere.use({ role: "sdr" });

  everywhere("every view", async ({ page, expectGoodEverywhere }) => {
    const answered = await waitingThread(page, CAMPAIGN.triage);
    await goToThread(page, answered);
    await (await startReply(page)).text.fill("Words that will not be sent.");
    await expect(composerOf(page).saved).toBeVisible();
    for (const [index, view] of VIEWS.entries())
      await everywhere.step(view, async () => {
        await page.goto(`/inbox?view=${view}`);
        const row = page.getByRole("list", { name: "Threads" }).getByRole("link").first();
        // Nobody of the sandbox has snoozed anything, unless another journey has.
        const nothing = page.getByText(/^(Nothing is snoozed|No reminders)$/);
        await expect(row.or(nothing)).toBeVisible();
        // The views differ in their rows only: one width each is enough.
        await expectGoodEverywhere(view === "inbox" ? {} : { widths: [WIDTHS[index % WIDTHS.length]!] });
      });
    await page.setViewportSize({ width: 1440, height: 900 });
    await goToThread(page, answered);
    await composerOf(page).root.getByRole("button", { name: "Throw the draft away" }).click();
  });

  everywhere("a search that finds nothing", async ({ page, expectGoodEverywhere }) => {
    await page.goto("/inbox?q=zeppelin+mooring+mast");
    await expect(page.getByText("No thread has “zeppelin mooring mast”")).toBeVisible();
    await expectGoodEverywhere();
  });

  everywhere("a long thread, with its composer", async ({ page, expectGoodEverywhere }) => {
    const [row] = (await rowsOf(page, { view: "all", campaign: 12345, limit: 100 })).filter(
      ({ messageCount }) => messageCount > 30,
    );
    await goToThread(page, await threadOf(page, row!.id));
    await expectGoodEverywhere();
    await page.setViewportSize({ width: 1440, height: 900 });
    const composer = await startReply(page);
    await composer.text.fill("Words that will not be sent.");
    await composer.address("Cc", "not an address");
    await composer.field("Cc").press("Enter");
    await expectGoodEverywhere();
    await composerOf(page).root.getByRole("button", { name: "Throw the draft away" }).click();
  });

  everywhere("designed mail", async ({ page, expectGoodEverywhere }) => {
    const [row] = await rowsOf(page, { view: "all", campaign: 12390 });
    await goToThread(page, await threadOf(page, row!.id));
    await expectGoodEverywhere();
  });

  everywhere("what opens over list and thread", async ({ page, expectGoodEverywhere }) => {
    const press = (key: string) => page.keyboard.press(key);
    await goToThread(page, await waitingThread(page, CAMPAIGN.triage));
    for (const [key, role] of [
      ["Control+k", "dialog"],
      ["?", "dialog"],
      ["l", "menu"],
    ] as const)
      await everywhere.step(key, async () => {
        await press(key);
        await expect(page.getByRole(role).first()).toBeVisible();
        await expectGoodEverywhere();
        await press("Escape");
        await expect(page.getByRole(role)).toHaveCount(0);
        await page.setViewportSize({ width: 1440, height: 900 });
      });
    await page.goto("/inbox");
    await page.getByRole("button", { name: "Filter the list" }).click();
    await expect(page.getByRole("dialog", { name: "Filter the list" })).toBeVisible();
    await expectGoodEverywhere();
    await press("Escape");
    await press("x");
    await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
    await expectGoodEverywhere();
  });

  everywhere.describe("when the server fails or is away", () => {
    everywhere.use({ expectedErrors: /status of 503|ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load chunk/ });

    everywhere("what could not be loaded says so", async ({ page, context, expectGoodEverywhere }) => {
      const failing = { status: 503, contentType: "application/json", body: '{"error":{"code":"unavailable"}}' };
      await goToThread(page, await waitingThread(page, CAMPAIGN.triage));
      await page.route(/\/api\/threads(\/\d+)?(\?|$)/, (route) => route.fulfill(failing));
      await page
        .getByRole("navigation", { name: "Main navigation" })
        .getByRole("link", { name: /^Important/ })
        .click();
      await expect(page.getByText("This list could not be loaded")).toBeVisible();
      await expectGoodEverywhere();
      await page.unroute(/\/api\/threads(\/\d+)?(\?|$)/);
      await context.setOffline(true);
      await expect(page.getByText(/^Offline since/).first()).toBeVisible();
      await expectGoodEverywhere();
      await page.setViewportSize({ width: 1440, height: 900 });

      // What has not been read yet cannot be shown, and takes nothing else with it.
      const filter = page.getByRole("button", { name: "Filter the list" });
      await filter.click();
      const toasts = page.getByRole("region", { name: "Notifications" });
      await expect(toasts.getByText(/^This part of the app could not be loaded/)).toBeVisible();
      await expect(filter).toBeVisible();
      await context.setOffline(false);
      await expect(page.getByRole("dialog", { name: "Filter the list" })).toBeVisible();
    });
  });

  everywhere("what is one's own", async ({ page, expectGoodEverywhere }) => {
    for (const address of ["/settings/profile", "/settings/api-keys", "/review", "/sandbox/deliveries"])
      await everywhere.step(address, async () => {
        await page.goto(address);
        await expectGoodEverywhere();
      });
  });
});

everywhere.describe("for who is lost", () => {
  everywhere.use({ role: "sdr", expectedErrors: /status of 404/ });

  for (const address of ["/no/such/page", "/inbox/1"])
    everywhere(address, async ({ page, expectGoodEverywhere }) => {
      await page.goto(address);
      await expect(page.getByText("Nothing is at this address")).toBeVisible();
      await expectGoodEverywhere();
    });
});

everywhere.describe("for who looks for a mailbox that is gone", () => {
  everywhere.use({ role: "admin", expectedErrors: /status of 404/ });

  everywhere("/settings/mailboxes/…", async ({ page, expectGoodEverywhere }) => {
    await page.goto("/settings/mailboxes/5f0c1b7e-0000-4000-8000-000000000009");
    await expect(page.getByText("Nothing is at this address")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Settings" })).toBeVisible();
    await expectGoodEverywhere();
    await page.getByRole("link", { name: "To the settings" }).click();
    await expect(page).toHaveURL(/\/settings$/);
  });
});

everywhere.describe("for the admin", () => {
  everywhere.use({ role: "admin" });

  const SETTINGS = [
    "",
    "/mailboxes",
    "/mailboxes/new",
    "/team",
    "/import",
    "/categories",
    "/campaigns",
    "/blocks",
    "/approval",
  ].map((rest) => `/settings${rest}`);
  everywhere("the settings", async ({ page, expectGoodEverywhere }) => {
    for (const address of [...SETTINGS, "/setup"])
      await everywhere.step(address, async () => {
        await page.goto(address);
        await expectGoodEverywhere();
      });
  });

  everywhere("one mailbox", async ({ page, expectGoodEverywhere }) => {
    await page.goto("/settings/mailboxes");
    await page.getByRole("main").getByRole("link", { name: "hello@wattlark.test" }).click();
    await page.waitForURL(/mailboxes\/[0-9a-f-]{36}/);
    await expectGoodEverywhere();
    await page.goto(`${page.url()}/edit`);
    await expect(page.getByRole("textbox", { name: "Signature" })).toBeVisible();
    await expectGoodEverywhere();
  });
});
