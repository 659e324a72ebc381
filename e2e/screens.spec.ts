import { LIST_VIEWS } from "@/lib/domain/list-view";
import { expect, test } from "./fixtures";
import { composerOf, startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, rowsOf, threadOf, waitingThread } from "./steps/threads";

const WIDTHS = [1440, 768, 360] as const;
const SCHEMES = ["light", "dark"] as const;

/** Looks at the page as it stands in every width and theme: nothing for axe to find, nothing to scroll sideways for. */
const everywhere = test.extend<{ expectGoodEverywhere: (options?: { onceAWidth: boolean }) => Promise<void> }>({
  expectGoodEverywhere: async ({ page, expectAccessible }, use) =>
    use(async ({ onceAWidth } = { onceAWidth: false }) => {
      for (const [index, width] of WIDTHS.entries()) {
        await page.setViewportSize({ width, height: 900 });
        for (const [nth, colorScheme] of (onceAWidth ? [SCHEMES[index % 2]!] : SCHEMES).entries()) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          // The second theme differs from the first in its colours alone.
          await test.step(`${width} px, ${colorScheme}`, () => expectAccessible(nth === 0 ? "whole" : "colours"));
        }
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(sideways, `scrolled sideways at ${width} px`).toBeLessThanOrEqual(0);
      }
    }),
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
    for (const view of LIST_VIEWS)
      await everywhere.step(view, async () => {
        await page.goto(`/inbox?view=${view}`);
        await expect(page.getByRole("list", { name: "Threads" }).getByRole("link").first()).toBeVisible();
        // The views differ in their rows only.
        await expectGoodEverywhere({ onceAWidth: view !== "inbox" });
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

  everywhere("what is one's own", async ({ page, expectGoodEverywhere }) => {
    for (const address of ["/settings/profile", "/settings/api-keys", "/sandbox/deliveries"])
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

everywhere.describe("for the admin", () => {
  everywhere.use({ role: "admin" });

  const SETTINGS = ["", "/mailboxes", "/mailboxes/new", "/team", "/blocks"].map((rest) => `/settings${rest}`);
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
  });
});
