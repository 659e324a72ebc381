import type { Database } from "@/lib/db/client";
import type { Actor } from "./context";
import { recordEach, type Subject } from "./record-each";

/** Writes what somebody did into the workspace's history, in the caller's transaction. */
export const record = (
  tx: Database,
  actor: Pick<Actor, "workspaceId"> & Partial<Actor>,
  kind: string,
  subject: Subject = {},
): Promise<void> => recordEach(tx, actor, kind, [subject]);
