import { expect, type Locator, type Page } from "@playwright/test";
import type { ThreadCounts } from "@/lib/domain/thread-counts";
import type { ThreadView } from "@/lib/domain/thread-view";
import { SANDBOX_API_KEY } from "../secrets";
import { apiOf } from "./api";

/** The page's title, navigation and the kept figures agree. */
export async function expectFiguresOf(page: Page, campaign: number): Promise<void> {
  await expect(async () => {
    const { views, campaigns } = (await (await page.request.get("/api/threads/counts")).json()) as ThreadCounts;
    const link = page
      .getByRole("navigation")
      .getByRole("link")
      .and(page.locator(`[href$="campaign=${campaign}"]`));
    expect(await link.textContent()).toContain(String(campaigns[String(campaign)] ?? ""));
    expect(await page.title()).toMatch(new RegExp(`^\\(${views.unread}\\) `));
  }).toPass({ timeout: 10_000 });
}

/** A colleague answers by a program; the sandbox's lead answers that some seconds later. */
export async function answerByApi(page: Page, baseURL: string, thread: ThreadView): Promise<void> {
  const api = await apiOf(page, SANDBOX_API_KEY, `${baseURL}/inbox/${thread.id}`);
  await api.send({ emailBody: "<p>Tuesday suits us. Which hall first?</p>" });
}

/** Keeps what the page would have shown on the desktop, as if nobody looked at it. */
export async function watchNotifications(page: Page): Promise<() => Promise<{ title: string; body: string }[]>> {
  await page.addInitScript(() => {
    const shown: { title: string; body: string }[] = [];
    class Shown extends EventTarget {
      static readonly permission = "granted";
      static readonly requestPermission = async () => "granted";
      constructor(title: string, { body = "" }: NotificationOptions = {}) {
        super();
        shown.push({ title, body });
      }
    }
    document.hasFocus = () => false;
    Object.assign(window, { Notification: Shown, shownNotifications: shown });
  });
  return () =>
    page.evaluate(
      () => (window as unknown as { shownNotifications: { title: string; body: string }[] }).shownNotifications,
    );
}

/** Switches desktop notifications on in the profile of whoever is signed in there. @returns the switch */
export async function wantNotifications(page: Page): Promise<Locator> {
  await page.goto("/settings/profile");
  const wish = page.getByRole("switch", { name: "Desktop notifications" });
  // A page that has just come hears no press yet.
  await expect(async () => {
    if (!(await wish.isChecked())) await wish.click({ timeout: 1_000 });
    await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return wish;
}
