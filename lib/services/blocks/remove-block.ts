import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { blocks } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { RemoveBlockInput } from "./schemas";

/** Lets replies go to an address or a domain again. @throws AppError `not_found` */
export async function removeBlock({ actor, db }: Context, { blockId }: RemoveBlockInput): Promise<{ blockId: string }> {
  may(actor, "block.manage");
  return db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(blocks)
      .where(and(eq(blocks.id, blockId), eq(blocks.workspaceId, actor.workspaceId)))
      .returning();
    if (!gone) throw new AppError("not_found", { reason: "block" });
    await record(tx, actor, "block.removed", { subjectId: blockId, data: { kind: gone.kind } });
    return { blockId };
  });
}
