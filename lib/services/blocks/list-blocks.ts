import { asc, eq } from "drizzle-orm";
import { blocks } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import type { Block } from "./add-block";
import type { ListBlocksInput } from "./schemas";

/** The workspace's blocked addresses and domains, by name. */
export async function listBlocks({ actor, db }: Context, _input: ListBlocksInput = {}): Promise<Block[]> {
  may(actor, "block.manage");
  const rows = await db
    .select()
    .from(blocks)
    .where(eq(blocks.workspaceId, actor.workspaceId))
    .orderBy(asc(blocks.value));
  return rows.map(({ id, kind, value, createdAt }) => ({ id, kind, value, createdAt: createdAt.toISOString() }));
}
