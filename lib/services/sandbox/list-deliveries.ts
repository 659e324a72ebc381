import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { replies, sandboxDeliveries } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { type Actor, may, type Context } from "@/lib/services/context";
import { findSandbox } from "./find-sandbox";
import { ListDeliveriesInput, type DeliveryPage } from "./schemas";

/**
 * What the sandbox's transport was handed, newest first, a page at a time; `raw` is the message as text, each byte above
 * 127 read as UTF-8.
 * @throws AppError `not_found` when the actor is not of the sandbox, or the sandbox is no longer active
 */
export async function listDeliveries({ actor, db }: Context, input: ListDeliveriesInput): Promise<DeliveryPage> {
  may(actor, "sandbox.read");
  const { messageId, before, limit } = ListDeliveriesInput.parse(input);
  const sandbox = await findSandbox(db);
  if (sandbox?.id !== actor.workspaceId) throw new AppError("not_found", { reason: "sandbox" });
  const rows = await db
    .select()
    .from(sandboxDeliveries)
    .where(
      and(
        eq(sandboxDeliveries.workspaceId, actor.workspaceId),
        isSeen(actor),
        messageId === undefined ? undefined : eq(sandboxDeliveries.messageId, bare(messageId)),
        before === undefined ? undefined : lt(sandboxDeliveries.id, before),
      ),
    )
    .orderBy(desc(sandboxDeliveries.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    deliveries: page.map(({ id, messageId: of, recipients, raw, at }) => ({
      id,
      messageId: of,
      recipients,
      raw: raw.toString("utf8"),
      at: at.toISOString(),
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Who is narrowed sees what left of their own threads. */
function isSeen(actor: Actor): SQL | undefined {
  const seen = isOfSeenThread(actor, replies.threadId);
  return (
    seen &&
    sql`exists (select 1 from ${replies} where ${replies.workspaceId} = ${actor.workspaceId}
      and ${replies.messageId} = ${sandboxDeliveries.messageId} and ${seen})`
  );
}

const bare = (messageId: string) => messageId.trim().replace(/^<|>$/g, "");
