import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns, leads, mailboxes, threads } from "@/lib/db/schema";
import { isInWindows } from "@/lib/domain/machine-windows";
import type { HeldReason } from "@/lib/domain/reply-state";
import { findBlocked } from "../blocks/find-blocked";
import { isBehind } from "../follow-ups/is-behind";
import { findBeside } from "./find-beside";
import { hasAnswered } from "./has-answered";
import { machineWaits } from "./machine-limits";
import { machineWindows, type BoundBy } from "./machine-windows";
import { isTooLate, LATE_MS } from "./is-too-late";
import { lastReadings } from "./last-readings";
import type { ReplyRow } from "./reply-row";
import { isSmartleadOpen, smartleadOfReply } from "./smartlead-of-reply";

export type Verdict =
  | { kind: "go" }
  | { kind: "stop"; status: "cancelled" | "failed"; reason: string }
  /** `byId`: the teammate for whose reply it is held. */
  | { kind: "hold"; reason: HeldReason; byId?: string }
  /** What a step follows has not left yet. */
  | { kind: "behind" }
  /** The machine's, which a window, the mailbox's cap or gap puts off; or anybody's, whose server refused the last sign-in. */
  | { kind: "later"; until: Date; reason: "cap" | "auth" | null }
  /** These mailboxes and accounts at Smartlead have to be read first. */
  | { kind: "sync"; mailboxIds: string[]; connectionIds: string[]; isFailing: boolean };

/** A sync older than this says too little of whether the lead has answered. */
const FRESH_MS = 2 * 60_000;

type Lead = typeof leads.$inferSelect;
type Mailbox = typeof mailboxes.$inferSelect;

/** Whether a due reply may leave at this moment. Reads only; called in the claiming transaction, with the thread locked. */
export async function verdictOn(tx: Database, reply: ReplyRow, at: Date): Promise<Verdict> {
  const [row] = await tx
    .select({ mailbox: mailboxes, thread: threads, lead: leads, campaign: campaigns })
    .from(mailboxes)
    .leftJoin(threads, eq(threads.id, reply.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .where(eq(mailboxes.id, reply.mailboxId));
  if (!row) return { kind: "hold", reason: "mailbox_disconnected" };
  const { mailbox, lead } = row;
  if (reply.scheduleCondition === "if_no_reply" && (await hasAnswered(tx, reply, lead)))
    return { kind: "stop", status: "cancelled", reason: "lead_answered" };
  const refusal = lead && refusalOf(lead, reply, at);
  if (refusal) return { kind: "stop", status: "cancelled", reason: refusal };
  if (await isBlocked(tx, reply))
    return { kind: "stop", status: isMachines(reply) ? "cancelled" : "failed", reason: "blocked" };
  const beside = await findBeside(tx, reply);
  if (beside) return { kind: "hold", reason: "teammate", byId: beside.author.id };
  if (reply.origin === "machine" && (await isBehind(tx, reply))) return { kind: "behind" };
  return (
    (await wayVerdict(tx, reply, mailbox, at)) ??
    (await timeVerdict(tx, reply, row, at)) ??
    syncVerdict(tx, reply, { mailbox, lead, at })
  );
}

/**
 * What a person ordered goes at its time; a step that the machine sends by itself keeps to the windows and to the mailbox's limits. What
 * a standstill has made late and nobody is at hand to judge leaves within its window on the day it was due, or a person is asked.
 */
async function timeVerdict(tx: Database, reply: ReplyRow, bound: BoundBy, at: Date): Promise<Verdict | null> {
  if (!isMachines(reply)) return null;
  const windows = await machineWindows(tx, bound, at);
  if (isTooLate(reply, windows, at)) return { kind: "hold", reason: "late" };
  if (reply.origin !== "machine") return null;
  const waits = await machineWaits(tx, bound.mailbox, { windows, at });
  // Two windows that have no hour in common let nothing leave, ever.
  if (waits && !isInWindows(waits.until, windows)) return { kind: "hold", reason: "late" };
  return waits && { kind: "later", ...waits };
}

const isMachines = (reply: ReplyRow) => reply.origin === "machine" || reply.scheduleCondition === "if_no_reply";

/** A machine's send to a lead who must not be written to; what comes late is the machine's, whatever its author knew. */
function refusalOf(lead: Lead, reply: ReplyRow, at: Date): string | null {
  const isLate = at.getTime() - reply.dueAt.getTime() > LATE_MS;
  if (!isMachines(reply) && !isLate) return null;
  if (lead.doNotContactAt) return "lead_do_not_contact";
  if (lead.unsubscribedAt) return "lead_unsubscribed";
  if (lead.bouncedAt) return "lead_bounced";
  return null;
}

/** Whether the server is there by which it leaves: the mailbox's own, or Smartlead, which needs neither password nor reading of the mailbox. */
async function wayVerdict(tx: Database, reply: ReplyRow, mailbox: Mailbox, at: Date): Promise<Verdict | null> {
  if (reply.smartleadLeadId !== null) {
    const smartlead = await smartleadOfReply(tx, reply);
    if (!smartlead || !isSmartleadOpen(smartlead.connection)) return { kind: "hold", reason: "smartlead" };
    // The polls pass over what its lead answers, however fresh they are.
    return asksForAnswers(reply, at) && !smartlead.isChosen ? { kind: "hold", reason: "sync_stale" } : null;
  }
  if (mailbox.state === "disabled" || mailbox.disabledAt) return { kind: "hold", reason: "mailbox_disconnected" };
  if (mailbox.state !== "failing") return null;
  if (mailbox.stateReason === "auth") return { kind: "hold", reason: "auth" };
  const until = mailbox.stateReason === "sending" ? mailbox.nextAttemptAt : null;
  if (until && until > at) return { kind: "later", until, reason: "auth" };
  return null;
}

/** What is handed over with its time and condition is not asked for here: whether the lead has answered by then is asked there and then. */
const asksForAnswers = ({ scheduleCondition, scheduledAt }: ReplyRow, at: Date): boolean =>
  scheduleCondition === "if_no_reply" && !(scheduledAt && scheduledAt > at);

/** An answer may lie in any mailbox that has a thread with the lead: each must have been read since the reply was due. */
async function syncVerdict(
  tx: Database,
  reply: ReplyRow,
  { mailbox, lead, at }: { mailbox: Mailbox; lead: Lead | null; at: Date },
): Promise<Verdict> {
  if (!asksForAnswers(reply, at) || mailbox.engine === "sandbox") return { kind: "go" };
  const freshSince = Math.max(reply.dueAt.getTime(), reply.nextAttemptAt?.getTime() ?? 0, at.getTime() - FRESH_MS);
  const others = lead ? await othersOf(tx, lead, mailbox) : [];
  const { smartleadLeadId } = reply;
  const read = await lastReadings(tx, { boxes: [mailbox, ...others], leadId: lead?.id ?? null, smartleadLeadId });
  const stale = read.filter(({ lastReadAt }) => (lastReadAt?.getTime() ?? 0) < freshSince);
  if (stale.length === 0) return { kind: "go" };
  return {
    kind: "sync",
    mailboxIds: stale.flatMap(({ mailboxId }) => mailboxId ?? []),
    connectionIds: stale.flatMap(({ connectionId }) => connectionId ?? []),
    isFailing: stale.some(({ isFailing }) => isFailing),
  };
}

/** The other mailboxes that have a thread with the lead. A disabled one is read by nobody and not waited for. */
const othersOf = (tx: Database, lead: Lead, { id, workspaceId }: Mailbox): Promise<Mailbox[]> =>
  tx
    .select()
    .from(mailboxes)
    .where(
      and(
        eq(mailboxes.workspaceId, workspaceId),
        ne(mailboxes.id, id),
        ne(mailboxes.engine, "sandbox"),
        ne(mailboxes.state, "disabled"),
        isNull(mailboxes.disabledAt),
        inArray(mailboxes.id, tx.select({ id: threads.mailboxId }).from(threads).where(eq(threads.leadId, lead.id))),
      ),
    );

async function isBlocked(tx: Database, { workspaceId, to, cc, bcc }: ReplyRow): Promise<boolean> {
  const addresses = [...to, ...cc, ...bcc].map(({ address }) => address);
  return (await findBlocked(tx, workspaceId, addresses)).length > 0;
}
