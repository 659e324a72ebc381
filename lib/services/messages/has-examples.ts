import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { categoryExamples } from "@/lib/db/schema";

/** Whether anybody has ever corrected a category, so that there is something to compare with. */
export async function hasExamples(tx: Database, workspaceId: string): Promise<boolean> {
  const found = await tx
    .select({ id: categoryExamples.id })
    .from(categoryExamples)
    .where(eq(categoryExamples.workspaceId, workspaceId))
    .limit(1);
  return found.length > 0;
}
