import { and, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadCategories, threads } from "@/lib/db/schema";
import type { TriageKind } from "@/lib/domain/triage";
import type { Actor } from "../context";
import { carryOver } from "./carry-over";
import { carryOwners } from "./carry-owners";
import { leadsOfThreads } from "./leads-at-smartlead";

type By = Pick<Actor, "workspaceId"> & Partial<Actor>;

/** Carries over how threads stand now in one respect, where Smartlead knows it: snooze, done and star stay here. */
export async function carryTriage(tx: Database, by: By, kind: TriageKind, threadIds: number[]): Promise<void> {
  if (kind === "category") await carryCategories(tx, by, threadIds);
  if (kind === "read") await carryReadStates(tx, by, threadIds);
  if (kind === "assignee") await carryOwners(tx, by, threadIds);
}

/** Carries over which category threads have now, by the category of the same name there. */
async function carryCategories(tx: Database, by: By, threadIds: number[]): Promise<void> {
  const leads = await leadsOfThreads(tx, threadIds);
  if (leads.length === 0) return;
  const rows = await tx
    .select({ threadId: threads.id, categoryId: threads.categoryId })
    .from(threads)
    .where(inArray(threads.id, threadIds));
  const categoryOf = new Map(rows.map(({ threadId, categoryId }) => [threadId, categoryId]));
  const named = await tx
    .select()
    .from(smartleadCategories)
    .where(
      and(
        inArray(
          smartleadCategories.connectionId,
          leads.map(({ connectionId }) => connectionId),
        ),
        inArray(
          smartleadCategories.categoryId,
          rows.flatMap(({ categoryId }) => categoryId ?? []),
        ),
      ),
    );
  const wanted = leads.map(({ connectionId, threadId, leadMapId }) => {
    const categoryId = categoryOf.get(threadId) ?? null;
    const there = named.find((each) => each.connectionId === connectionId && each.categoryId === categoryId);
    const payload = { email_lead_map_id: leadMapId, category_id: there?.remoteId ?? null };
    return {
      connectionId,
      threadId,
      payload,
      ...(categoryId !== null && !there ? { refused: "no_such_category" } : {}),
    };
  });
  await carryOver(tx, by, "category", wanted);
}

/** Carries over whether threads are read now. */
export async function carryReadStates(tx: Database, by: By, threadIds: number[]): Promise<void> {
  const leads = await leadsOfThreads(tx, threadIds);
  if (leads.length === 0) return;
  const rows = await tx
    .select({ threadId: threads.id, unreadCount: threads.unreadCount })
    .from(threads)
    .where(inArray(threads.id, threadIds));
  const unread = new Map(rows.map(({ threadId, unreadCount }) => [threadId, unreadCount]));
  const wanted = leads.map(({ connectionId, threadId, leadMapId }) => ({
    connectionId,
    threadId,
    payload: { email_lead_map_id: leadMapId, read_status: unread.get(threadId) === 0 },
  }));
  await carryOver(tx, by, "read_state", wanted);
}
