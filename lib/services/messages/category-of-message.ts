import type { Database } from "@/lib/db/client";
import type { CategoryKind } from "@/lib/domain/default-categories";
import type { Incoming } from "./direction-of-message";
import { findLikeExample } from "./find-like-example";

/** What a message is taken for. `categoryId` is set (null: no category) where an example tells it; else the kind tells it. */
export type Verdict =
  | { source: "rule"; kind: CategoryKind; because: string }
  | { source: "example"; kind: CategoryKind | null; categoryId: string | null; because: string };

/**
 * The category of an inbound message: what headers tell, then what a person made of one that reads alike, then what words tell.
 * Null when nothing tells it, for our own mail and for newsletters.
 */
export async function categoryOfMessage(
  tx: Database,
  message: Incoming,
  batch?: { hasExamples: boolean },
): Promise<Verdict | null> {
  const { category, direction, isAutomatic, isList, bounces } = message;
  if (direction === "out") return null;
  const mayBeLike = batch?.hasExamples ?? true;
  if (mayBeLike && !isAutomatic && !isList && bounces.length === 0 && category?.isByWords !== false) {
    const example = await findLikeExample(tx, message.workspaceId, message.visibleText);
    if (example) return { source: "example", ...example };
  }
  return category && { source: "rule", kind: category.kind, because: category.because };
}
