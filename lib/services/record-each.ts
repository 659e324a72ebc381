import { events } from "@/lib/db/schema";
import type { Database } from "@/lib/db/client";
import type { Actor } from "./context";

export type Subject = { threadId?: number; subjectId?: string; data?: Record<string, unknown> };

/** Writes what somebody did with several things into the workspace's history, one event each, in the caller's transaction. */
export async function recordEach(
  tx: Database,
  actor: Pick<Actor, "workspaceId"> & Partial<Actor>,
  kind: string,
  subjects: Subject[],
): Promise<void> {
  if (subjects.length === 0) return;
  await tx.insert(events).values(
    subjects.map(({ threadId, subjectId, data }) => ({
      workspaceId: actor.workspaceId,
      kind,
      memberId: actor.memberId ?? null,
      apiKeyId: actor.apiKeyId ?? null,
      threadId: threadId ?? null,
      subjectId: subjectId ?? null,
      data: data ?? {},
    })),
  );
}
