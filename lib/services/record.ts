import { events } from "@/lib/db/schema";
import type { Database } from "@/lib/db/client";
import type { Actor } from "./context";

type Subject = { threadId?: number; subjectId?: string; data?: Record<string, unknown> };

/** Writes what somebody did into the workspace's history, in the caller's transaction. */
export async function record(
  tx: Database,
  actor: Pick<Actor, "workspaceId"> & Partial<Actor>,
  kind: string,
  { threadId, subjectId, data }: Subject = {},
): Promise<void> {
  await tx.insert(events).values({
    workspaceId: actor.workspaceId,
    kind,
    memberId: actor.memberId ?? null,
    apiKeyId: actor.apiKeyId ?? null,
    threadId: threadId ?? null,
    subjectId: subjectId ?? null,
    data: data ?? {},
  });
}
