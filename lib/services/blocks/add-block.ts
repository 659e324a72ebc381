import { and, eq } from "drizzle-orm";
import { blocks } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { stopChainsToBlocked } from "../follow-ups/stop-chains-to-blocked";
import { carryBlock } from "../smartlead/carry-block";
import type { AddBlockInput } from "./schemas";

export type Block = { id: string; kind: "address" | "domain"; value: string; createdAt: string };

/** Blocks an address or a domain for every reply of the workspace. What is blocked already is answered as it is. */
export async function addBlock({ actor, db, now }: Context, input: AddBlockInput): Promise<Block> {
  may(actor, "block.manage");
  const kind = input.value.includes("@") ? "address" : "domain";
  const value = kind === "address" ? addressKey(input.value) : addressKey(`any@${input.value}`).slice("any@".length);
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(blocks)
      .values({ workspaceId: actor.workspaceId, kind, value, createdById: actor.memberId, createdAt: now() })
      .onConflictDoNothing()
      .returning();
    if (made) await record(tx, actor, "block.added", { subjectId: made.id, data: { kind } });
    if (made) await stopChainsToBlocked(tx, actor, now());
    if (made?.kind === "domain") await carryBlock(tx, actor, made.value);
    const [block] = made
      ? [made]
      : await tx
          .select()
          .from(blocks)
          .where(and(eq(blocks.workspaceId, actor.workspaceId), eq(blocks.value, value)));
    return { id: block!.id, kind: block!.kind, value: block!.value, createdAt: block!.createdAt.toISOString() };
  });
}
