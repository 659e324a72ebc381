import { and, eq, ne, or, isNull, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { categories, smartleadActions, smartleadCategories, threads } from "@/lib/db/schema";

/** What stands before a category's name where Smartlead gave it. */
const BECAUSE = "smartlead";

type Told = { connectionId: string; threadId: number; former: string | null; categoryId: string | null };

/**
 * Gives a thread the category that its lead has got at Smartlead, by its name. Only what has changed there is news, a person's
 * choice here stands, and so does what is still on its way to Smartlead.
 * @returns whether the thread has changed
 */
export async function giveRemoteCategory(
  tx: Database,
  { connectionId, threadId, former, categoryId }: Told,
): Promise<boolean> {
  if (former === categoryId || (await isOnItsWay(tx, threadId))) return false;
  const isOpen = and(
    eq(threads.id, threadId),
    or(inArray(threads.categorySource, ["rule", "example"]), isNull(threads.categoryId)),
  );
  if (categoryId === null) {
    const [given] = await tx.select({ because: threads.categoryBecause }).from(threads).where(isOpen);
    if (!given?.because?.startsWith(`${BECAUSE}:`)) return false;
    await tx
      .update(threads)
      .set({ categoryId: null, categorySource: null, categoryBecause: null })
      .where(eq(threads.id, threadId));
    return true;
  }
  const [named] = await tx
    .select({ id: categories.id, name: categories.name })
    .from(smartleadCategories)
    .innerJoin(categories, eq(categories.id, smartleadCategories.categoryId))
    .where(and(eq(smartleadCategories.connectionId, connectionId), eq(smartleadCategories.remoteId, categoryId)));
  if (!named) return false;
  const changed = await tx
    .update(threads)
    .set({ categoryId: named.id, categorySource: "rule", categoryBecause: `${BECAUSE}:${named.name}` })
    .where(and(isOpen, or(isNull(threads.categoryId), ne(threads.categoryId, named.id))))
    .returning({ id: threads.id });
  return changed.length > 0;
}

async function isOnItsWay(tx: Database, threadId: number): Promise<boolean> {
  const pending = and(
    eq(smartleadActions.threadId, threadId),
    eq(smartleadActions.kind, "category"),
    eq(smartleadActions.state, "pending"),
  );
  return (await tx.$count(smartleadActions, pending)) > 0;
}
