import { events } from "@/lib/db/schema";
import type { Database } from "@/lib/db/client";
import type { Actor } from "./context";

/** Writes what somebody did with several threads into the workspace's history, one event a thread, in the caller's transaction. */
export async function recordEach(
  tx: Database,
  actor: Actor,
  kind: string,
  of: { threadId: number; data?: Record<string, unknown> }[],
): Promise<void> {
  if (of.length === 0) return;
  const { workspaceId, memberId } = actor;
  await tx.insert(events).values(
    of.map(({ threadId, data }) => ({
      workspaceId,
      kind,
      memberId,
      apiKeyId: actor.apiKeyId ?? null,
      threadId,
      data: data ?? {},
    })),
  );
}
