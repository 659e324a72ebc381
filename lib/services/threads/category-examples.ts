import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { categoryExamples, messages } from "@/lib/db/schema";
import { comparedWordsOf, LEAST_WORDS } from "@/lib/mail/mime/category/compared-words";
import type { Actor } from "@/lib/services/context";

/** What was remembered of a thread's message before: `was` is absent where nothing was. */
export type FormerExample = { messageId: string; was?: string | null };

/**
 * Remembers what a person made of the newest messages of threads, so that what reads alike gets the same. One query reads and one
 * writes, however many threads there are.
 * @returns for each thread that has such a message what was remembered of it before
 */
export async function rememberExamples(
  tx: Database,
  actor: Actor,
  { threadIds, categoryId, now }: { threadIds: number[]; categoryId: string | null; now: Clock },
): Promise<Map<number, FormerExample>> {
  if (threadIds.length === 0) return new Map();
  const newest = await tx
    .selectDistinctOn([messages.threadId], {
      threadId: messages.threadId,
      id: messages.id,
      visibleText: messages.visibleText,
      exampleId: categoryExamples.id,
      was: categoryExamples.categoryId,
    })
    .from(messages)
    .leftJoin(categoryExamples, eq(categoryExamples.messageId, messages.id))
    .where(and(inArray(messages.threadId, threadIds), eq(messages.direction, "in"), eq(messages.isAutomatic, false)))
    .orderBy(messages.threadId, desc(messages.sentAt), desc(messages.id));
  const told = newest
    .map(({ visibleText, ...each }) => ({ ...each, words: comparedWordsOf(visibleText) }))
    .filter(({ words }) => words.length >= LEAST_WORDS);
  if (told.length === 0) return new Map();
  const { workspaceId, memberId } = actor;
  const createdAt = now();
  await tx
    .insert(categoryExamples)
    .values(
      told.map(({ id, words }) => ({ workspaceId, messageId: id, categoryId, words, setById: memberId, createdAt })),
    )
    .onConflictDoUpdate({
      target: [categoryExamples.workspaceId, categoryExamples.messageId],
      set: { categoryId, setById: memberId, createdAt },
    });
  return new Map(
    told.map(({ threadId, id, exampleId, was }) => [threadId, { messageId: id, ...(exampleId ? { was } : {}) }]),
  );
}

/** Takes back what `rememberExamples` wrote: what was remembered before holds again. A category that is gone since is forgotten. */
export async function restoreExamples(tx: Database, actor: Actor, former: FormerExample[]): Promise<void> {
  const isOf = (each: FormerExample[]) =>
    and(
      eq(categoryExamples.workspaceId, actor.workspaceId),
      inArray(
        categoryExamples.messageId,
        each.map(({ messageId }) => messageId),
      ),
    );
  const fresh = former.filter(({ was }) => was === undefined);
  if (fresh.length > 0) await tx.delete(categoryExamples).where(isOf(fresh));
  const known = former.filter(({ was }) => was !== undefined);
  if (known.length === 0) return;
  const before = sql.join(
    known.map(({ messageId, was }) => sql`(${messageId}::uuid, ${was ?? null}::uuid)`),
    sql`, `,
  );
  await tx.execute(sql`
    update category_examples set category_id = before.category_id from (values ${before}) before (message_id, category_id)
    where category_examples.workspace_id = ${actor.workspaceId} and category_examples.message_id = before.message_id
      and (before.category_id is null or exists (select from categories where categories.id = before.category_id))`);
}
