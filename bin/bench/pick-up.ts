import { setTimeout as sleep } from "node:timers/promises";
import { inArray } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import type { Outcome } from "./measures";
import type { Office } from "./office";
import { summarise } from "./statistics";

const LIMIT_MS = 10_000;

/** From the acceptance of a reply, as its row has it, to the mail server's 250; of the replies that the browser has sent. */
export async function measurePickUp({ db, smtp, takenAt }: Office, expected: number): Promise<Outcome> {
  for (const until = Date.now() + LIMIT_MS; smtp.taken.length < expected && Date.now() < until;) await sleep(50);
  const ids = [...takenAt.keys()];
  if (ids.length === 0) return { missing: "no reply reached the mail server" };
  const accepted = await db
    .select({ id: replies.messageId, at: replies.acceptedAt })
    .from(replies)
    .where(inArray(replies.messageId, ids));
  return summarise(accepted.map(({ id, at }) => takenAt.get(id)! - at.getTime()));
}
