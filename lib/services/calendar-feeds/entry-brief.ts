import { sql } from "drizzle-orm";
import { leads, threads } from "@/lib/db/schema";
import type { Reader } from "@/lib/services/access/threads-of";
import type { FeedEntry } from "@/lib/domain/feed-entry";
import { LEAD_NAME } from "@/lib/services/leads/lead-name-column";

/** Whose entries, and of when; the end is left out. */
export type EntrySpan = { member: Reader; from: Date; to: Date };
type Brief = Pick<FeedEntry, "threadId" | "name" | "company" | "subject">;

/** What an entry says of its thread; `threads` and `leads` are joined by whoever asks. */
export const BRIEF = {
  threadId: threads.id,
  subject: threads.subject,
  name: sql<string>`coalesce(nullif(${LEAD_NAME}, ''), nullif(${threads.contactName}, ''), ${threads.contactAddress}::text)`.as(
    "name",
  ),
  company: sql<string>`coalesce(${leads.company}, '')`.as("company"),
};

export const briefOf = ({ threadId, subject, name, company }: Brief): Brief => ({ threadId, subject, name, company });
