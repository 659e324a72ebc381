import { eq } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { mailboxes } from "@/lib/db/schema";
import type { WorkerDeps } from "./deps";

/** Writes down how large a message a mailbox's server takes, when it says something new. No send waits for it or fails by it. */
export async function keepSizeLimit(
  { db }: Pick<WorkerDeps, "db">,
  { id, sizeLimit }: Pick<typeof mailboxes.$inferSelect, "id" | "sizeLimit">,
  bytes: number,
): Promise<void> {
  if (bytes === sizeLimit) return;
  await db
    .update(mailboxes)
    .set({ sizeLimit: bytes })
    .where(eq(mailboxes.id, id))
    .catch((error: unknown) => log.warn({ mailboxId: id, err: error }, "a server's size limit was not kept"));
}
