import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import type { World } from "./factories";
import { replyRow } from "./reply-row";

export const MINUTE = 60_000;
export const now = () => new Date();
/** A clock that is ahead. */
export const inMs = (ms: number) => () => new Date(Date.now() + ms);

/** What tests of claims look at and set; the database may be opened later. */
export function claimStage(database: () => Database) {
  return {
    rowOf: (id: string) => replyRow(database(), id),
    setMailbox: (world: World, values: Partial<typeof mailboxes.$inferInsert>) =>
      database().update(mailboxes).set(values).where(eq(mailboxes.id, world.mailbox.id)),
  };
}
