import { and, asc, desc, eq, inArray, isNull, not, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { assignmentRules, assignmentTurns, messages, smartleadLeads, threads } from "@/lib/db/schema";
import { holdsFor, nextNumber, nextTurn } from "@/lib/domain/assignment-rule";
import { notifyChange } from "@/lib/realtime/notify";
import { tellMembers } from "../notifications/tell-members";
import { recordEach } from "../record-each";
import { carryOwners } from "../smartlead/carry-owners";
import { languageOfText } from "./language-of-text";
import { type IsPresent, presentMembers } from "./present-members";
import { previousOwners } from "./previous-owners";

type Asked = { workspaceId: string; threadIds: number[]; at: Date; byId?: string | null };
type Rule = typeof assignmentRules.$inferSelect;
type Open = Awaited<ReturnType<typeof unownedAmong>>[number];
/** `turn`: the number of it and of the person's last before, by which it is given back (`giveBackTurns`); null where it was nobody's. */
type Person = { memberId: string; ruleId: string; turn: { number: number; former: number } | null };
type Given = Person & { threadId: number };

/**
 * Gives leads' threads that wait for an answer and are nobody's to somebody, where a rule of the workspace holds: to who has looked
 * after the lead before, if they are present, else to whose turn it is in the first rule that holds and whose people are not all away. Nobody present in any: it stays
 * nobody's.
 * The last of the caller's transaction, since the rules that hold are locked up to its end, so that no turn is given twice.
 * @param asked.byId who has changed the thread so that a rule holds; null where mail did
 */
export async function assignByRule(tx: Database, asked: Asked): Promise<void> {
  const { workspaceId, threadIds, at, byId = null } = asked;
  if (threadIds.length === 0) return;
  const working = await workingRules(tx, workspaceId);
  if (working.length === 0) return;
  const open = await unownedAmong(tx, asked, working);
  const wanted = working.filter(({ conditions }) => open.some((thread) => holdsFor(conditions, thread)));
  if (wanted.length === 0) return;
  const rules = await holdRules(tx, wanted);
  const isPresent = await presentMembers(tx, workspaceId, at);
  const given: Given[] = [];
  for (const thread of open) {
    const holding = rules.filter(({ conditions }) => holdsFor(conditions, thread));
    const found = await personFor(tx, holding, thread, isPresent);
    if (found && (await give(tx, thread, found.memberId, at))) given.push({ threadId: thread.id, ...found });
  }
  await tell(tx, { workspaceId, at, byId }, given);
}

const workingRules = (tx: Database, workspaceId: string): Promise<Rule[]> =>
  tx
    .select()
    .from(assignmentRules)
    .where(and(eq(assignmentRules.workspaceId, workspaceId), isNull(assignmentRules.pausedAt)))
    .orderBy(asc(assignmentRules.position), asc(assignmentRules.id));

/** Locked in one order for everybody, and as they are by then: somebody may have changed one meanwhile. */
async function holdRules(tx: Database, wanted: Rule[]): Promise<Rule[]> {
  const held = await tx
    .select()
    .from(assignmentRules)
    .where(
      and(
        inArray(
          assignmentRules.id,
          wanted.map(({ id }) => id),
        ),
        isNull(assignmentRules.pausedAt),
      ),
    )
    .orderBy(asc(assignmentRules.id))
    .for("update");
  return held.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

async function unownedAmong(tx: Database, { workspaceId, threadIds }: Asked, working: Rule[]) {
  const rows = await tx
    .select({
      id: threads.id,
      leadId: threads.leadId,
      campaignId: threads.campaignId,
      mailboxId: threads.mailboxId,
      categoryId: threads.categoryId,
    })
    .from(threads)
    .where(
      and(
        inArray(threads.id, threadIds),
        eq(threads.workspaceId, workspaceId),
        eq(threads.kind, "lead"),
        eq(threads.isAwaitingAnswer, true),
        isNull(threads.assigneeId),
        isNull(threads.archivedAt),
        not(isSomebodysAtSmartlead),
      ),
    )
    .orderBy(asc(threads.id));
  const asksLanguage = working.some(({ conditions }) => conditions.languages.length > 0);
  const open = [];
  for (const row of rows) open.push({ ...row, language: asksLanguage ? await languageOf(tx, row.id) : null });
  return open;
}

/** Whose it is at Smartlead it stays, also where nobody has said who that is here (`teamMemberOfRow`). */
const isSomebodysAtSmartlead = sql`exists (select from ${smartleadLeads}
  where ${smartleadLeads.threadId} = ${threads.id} and trim(${smartleadLeads.row} ->> 'team_member_id') <> '')`;

/** Of the newest that a person of the other side has written. */
async function languageOf(tx: Database, threadId: number): Promise<string | null> {
  const [newest] = await tx
    .select({ text: messages.visibleText })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), eq(messages.direction, "in"), eq(messages.isAutomatic, false)))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(1);
  return newest ? languageOfText(newest.text) : null;
}

/** Who is to have a thread, by which rule. What is kept with its former owner is nobody's turn. */
async function personFor(tx: Database, holding: Rule[], thread: Open, isPresent: IsPresent): Promise<Person | null> {
  const [first] = holding;
  if (!first) return null;
  const former = (await previousOwners(tx, thread)).find((memberId) => isPresent(memberId, thread));
  if (former) return { memberId: former, ruleId: first.id, turn: null };
  for (const { id: ruleId } of holding) {
    const taken = await takeTurn(tx, ruleId, (each) => isPresent(each, thread));
    if (taken) return { ...taken, ruleId };
  }
  return null;
}

/** A turn that is taken is written down; null where none of the rule's people is there. */
async function takeTurn(tx: Database, ruleId: string, isThere: (memberId: string) => boolean) {
  const people = await tx.select().from(assignmentTurns).where(eq(assignmentTurns.ruleId, ruleId));
  const next = nextTurn(people, ({ memberId }) => isThere(memberId));
  if (!next) return null;
  const number = nextNumber(people);
  await tx
    .update(assignmentTurns)
    .set({ lastTurn: number })
    .where(and(eq(assignmentTurns.ruleId, ruleId), eq(assignmentTurns.memberId, next.memberId)));
  return { memberId: next.memberId, turn: { number, former: next.lastTurn } };
}

async function give(tx: Database, { id }: Open, memberId: string, at: Date): Promise<boolean> {
  const given = await tx
    .update(threads)
    .set({ assigneeId: memberId, assignedAt: at })
    .where(and(eq(threads.id, id), isNull(threads.assigneeId)))
    .returning({ id: threads.id });
  return given.length > 0;
}

type Where = { workspaceId: string; at: Date; byId: string | null };

async function tell(tx: Database, { workspaceId, at, byId }: Where, given: Given[]): Promise<void> {
  if (given.length === 0) return;
  const threadIds = given.map(({ threadId }) => threadId);
  await recordEach(
    tx,
    { workspaceId },
    "thread.assigned",
    given.map(({ threadId, memberId, ruleId, turn }) => ({
      threadId,
      data: { to: memberId, rule: ruleId, at: at.toISOString(), turn },
    })),
  );
  await carryOwners(tx, { workspaceId }, threadIds);
  await tellMembers(
    tx,
    { workspaceId, byId, at },
    given.map(({ threadId, memberId }) => ({ memberId, kind: "assigned" as const, threadId })),
  );
  await notifyChange(tx, { workspaceId, kind: "threads", threadIds });
}
