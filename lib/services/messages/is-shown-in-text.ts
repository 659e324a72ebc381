import { sql } from "drizzle-orm";
import { attachments, messages } from "@/lib/db/schema";

/** Of a query over `attachments` and `messages`: what the text really shows, whatever the part's header says. All else is listed as a file. */
export const IS_SHOWN_IN_TEXT = sql<boolean>`coalesce(${attachments.contentType} ~* '^image/(png|jpeg|gif|webp)' and position(lower('cid:' || ${attachments.contentId}) in lower(${messages.html})) > 0, false)`;
