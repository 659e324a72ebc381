import type { Database } from "@/lib/db/client";
import type { leads, mailboxes, threads } from "@/lib/db/schema";
import { threadClock } from "./thread-clock";

type Whose = {
  lead: typeof leads.$inferSelect | null;
  mailbox: Pick<typeof mailboxes.$inferSelect, "timeZone" | "workspaceId">;
  thread: Pick<typeof threads.$inferSelect, "contactAddress"> | null;
};

/** The zone by whose clocks a thread's lead is written to: the lead's unless it is a guess, which plans nothing; else the mailbox's. */
export async function zoneOfThread(db: Database, { lead, mailbox, thread }: Whose, at: Date): Promise<string> {
  const { workspaceId, timeZone } = mailbox;
  const address = lead?.email ?? thread?.contactAddress ?? "";
  const clock = await threadClock({ db, now: () => at, actor: { workspaceId } }, { lead, address });
  return clock && clock.certainty !== "guess" ? clock.zone : timeZone;
}
