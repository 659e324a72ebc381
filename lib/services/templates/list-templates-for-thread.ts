import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { campaigns, leads, mailboxes, threads } from "@/lib/db/schema";
import { splitName } from "@/lib/domain/split-name";
import type { TemplatesForThread } from "@/lib/domain/template-view";
import { threadsOf } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import type { TemplatesForThreadInput } from "./schemas";
import { variableSource } from "./variable-source";
import { visibleViews } from "./visible-views";

/** The templates that the actor sees, and what fills their variables in a reply to this thread. @throws AppError `not_found` (thread) */
export async function listTemplatesForThread(
  { actor, db }: Context,
  { threadId }: TemplatesForThreadInput,
): Promise<TemplatesForThread> {
  may(actor, "template.use");
  const [found] = await db
    .select({ thread: threads, mailbox: mailboxes, lead: leads, campaign: campaigns })
    .from(threads)
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .where(and(eq(threads.id, threadId), threadsOf(actor)));
  if (!found) throw new AppError("not_found", { reason: "thread" });
  const { thread, mailbox, campaign } = found;
  const lead = found.lead ?? { ...NOBODY, ...splitName(thread.contactName), email: thread.contactAddress };
  const views = await visibleViews(db, actor);
  return { ...views, source: variableSource({ lead, campaign, mailbox, author: actor }) };
}

/** A stranger, of whom only name and address are known until somebody answers. */
const NOBODY = { company: "", title: "", phone: "", website: "", linkedin: "", location: "", customFields: {} };
