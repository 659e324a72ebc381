import { LIST_VIEWS } from "@/lib/domain/list-view";
import { expect, test } from "./fixtures";
import { composerOf, startReply } from "./steps/composer";
import { goToThread, rowsOf, threadOf } from "./steps/threads";

const WIDTHS = [1440, 768, 360] as const;
const SCHEMES = ["light", "dark"] as const;

/** Looks at the page as it stands in every width and theme: nothing for axe to find, nothing to scroll sideways for. */
const everywhere = test.extend<{ expectGoodEverywhere: (options?: { onceAWidth: boolean }) => Promise<void> }>({
  expectGoodEverywhere: async ({ page, expectAccessible }, use) =>
    use(async ({ onceAWidth } = { onceAWidth: false }) => {
      for (const [index, width] of WIDTHS.entries()) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of onceAWidth ? [SCHEMES[index % 2]!] : SCHEMES) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await test.step(`${width} px, ${colorScheme}`, () => expectAccessible());
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

  for (const view of LIST_VIEWS)
    everywhere(`the view ${view}`, async ({ page, expectGoodEverywhere }) => {
      await page.goto(`/inbox?view=${view}`);
      await expect(page.getByRole("list", { name: "Threads" }).getByRole("link").first()).toBeVisible();
      // The views differ in their rows only.
      await expectGoodEverywhere({ onceAWidth: view !== "inbox" });
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

  for (const address of ["/settings/profile", "/settings/api-keys", "/sandbox/deliveries"])
    everywhere(address, async ({ page, expectGoodEverywhere }) => {
      await page.goto(address);
      await expectGoodEverywhere();
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

  for (const address of [
    "/settings",
    "/settings/mailboxes",
    "/settings/mailboxes/new",
    "/settings/team",
    "/settings/blocks",
    "/setup",
  ])
    everywhere(address, async ({ page, expectGoodEverywhere }) => {
      await page.goto(address);
      await expectGoodEverywhere();
    });

  everywhere("one mailbox", async ({ page, expectGoodEverywhere }) => {
    await page.goto("/settings/mailboxes");
    await page.getByRole("main").getByRole("link", { name: "hello@wattlark.test" }).click();
    await page.waitForURL(/mailboxes\/[0-9a-f-]{36}/);
    await expectGoodEverywhere();
  });
});
