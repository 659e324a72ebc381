import { expect, type Locator, type Page } from "@playwright/test";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { ThreadView } from "@/lib/domain/thread-view";
import { openThread, rowsOf, waitingThread } from "./threads";

type Named = { id: string; name: string };

/** Who is signed in. */
export async function nameOf({ request }: Page): Promise<string> {
  return ((await (await request.get("/api/auth/session")).json()) as { user: { name: string } }).user.name;
}

export async function filtersOf({ request }: Page): Promise<ListFilters> {
  return (await (await request.get("/api/threads/filters")).json()) as ListFilters;
}

/** A thread of a campaign that waits for an answer, is nobody's, and whose lead nobody has in another thread. */
export async function unownedThread(page: Page, campaign: number, nth = 0): Promise<ThreadView> {
  const rows = await rowsOf(page, { view: "all", campaign, limit: 100 });
  const owned = new Set(rows.flatMap(({ name, assignee }) => (assignee ? [name] : [])));
  const unowned = rows.filter(({ name, assignee }) => !assignee && !owned.has(name)).map(({ id }) => id);
  let left = nth;
  for (let each = 0; ; each++) {
    const thread = await waitingThread(page, campaign, each);
    if (unowned.includes(thread.id) && left-- === 0) return thread;
  }
}

/** Whose a thread is now. */
export const ownerOf = async (page: Page, threadId: number): Promise<string | null> =>
  (await openThread(page, threadId)).thread.assignee?.name ?? null;

/** The rules as the settings show them. */
export function rulesOf(page: Page) {
  const form = page.getByRole("dialog");
  return {
    form,
    rule: (name: string): Locator => page.getByRole("listitem", { name, exact: true }),
    /** Writes a rule for a campaign, by turns among people. */
    async add({ name, campaign, people }: { name: string; campaign: string; people: Named[] }): Promise<void> {
      // A page that has just come hears no press yet.
      await expect(async () => {
        if (!(await form.isVisible())) await page.getByRole("button", { name: "Add a rule" }).first().click();
        await expect(form).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await form.getByLabel("Name").fill(name);
      await form.locator("summary").filter({ hasText: "Campaigns" }).click();
      await form
        .getByRole("group", { name: "Campaigns" })
        .getByRole("checkbox", { name: campaign, exact: true })
        .check();
      for (const person of people)
        await form
          .getByRole("group", { name: "People in turn" })
          .getByRole("checkbox", { name: person.name, exact: true })
          .check();
    },
  };
}
