import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import type { CategoryKind } from "@/lib/domain/default-categories";
import { comparedWordsOf, LEAST_WORDS } from "@/lib/mail/mime/category/compared-words";
import { snippetOf } from "@/lib/mail/mime/visible-text";

/** The share of common words (Jaccard) from which two messages are alike, and how many of the newest examples are looked at. */
const ALIKE = 0.7;
const NEWEST = 500;
const SHOWN = 80;

/** What a person made of a message like this one: `kind` and `categoryId` are null for no category at all. */
export type LikeExample = { kind: CategoryKind | null; categoryId: string | null; because: string };

/** The example of the workspace that a text is most like, the newest of those that are so equally, or null when none is like enough. */
export async function findLikeExample(
  tx: Database,
  workspaceId: string,
  visibleText: string,
): Promise<LikeExample | null> {
  const words = comparedWordsOf(visibleText);
  if (words.length < LEAST_WORDS) return null;
  const { rows } = await tx.execute<{ kind: CategoryKind | null; category_id: string | null; text: string }>(sql`
    select example.category_id, categories.kind, coalesce(nullif(messages.visible_text, ''), messages.subject) as text
    from (select * from category_examples where workspace_id = ${workspaceId}
        order by created_at desc limit ${NEWEST}) example
      cross join lateral (select count(*)::float as common from unnest(example.words) word
        where word = any(${sql.param(words)}::text[])) shared
      join messages on messages.id = example.message_id
      left join categories on categories.id = example.category_id
    where cardinality(example.words) between ${ALIKE * words.length}::float and ${words.length / ALIKE}::float
      and shared.common / (cardinality(example.words) + ${words.length} - shared.common) >= ${ALIKE}
    order by shared.common / (cardinality(example.words) + ${words.length} - shared.common) desc, example.created_at desc
    limit 1`);
  const [found] = rows;
  return found
    ? {
        kind: found.kind,
        categoryId: found.category_id,
        because: `like: ${snippetOf(found.text).slice(0, SHOWN).trimEnd()}`,
      }
    : null;
}
