import { randomUUID } from "node:crypto";
import { asc, desc, eq } from "drizzle-orm";
import { messages, replies } from "@/lib/db/schema";
import { AWAY_RULES, WAIT_UNITS, type AwayRule, type StepWait } from "@/lib/domain/follow-up";
import type { Random } from "@/lib/sandbox/random";
import type { Context } from "@/lib/services/context";
import { planFollowUps } from "@/lib/services/follow-ups/plan-follow-ups";
import { afterSend } from "@/lib/services/replies/after-send";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import type { PlannedStep } from "./facts";
import type { SimulatedThread } from "./make-simulated-world";
import { DAY } from "./stage";

/** Some within everybody's hours, one that most windows put off, and one that clocks skip when they go forward. */
const TIMES = ["09:00", "09:10", "10:30", "13:45", "16:40", "02:30"];

type Plan = { awayRule: AwayRule; steps: PlannedStep[] };

/** Plans follow-ups in a thread that has none: a chain, a reply of the composer that brings one along, or a single reply `if_no_reply`. */
export function planChain(context: Context, thread: SimulatedThread, random: Random): Promise<Plan> {
  const plan = random.weighted([
    [planSteps, 6],
    [planWithOpening, 2],
    [planSingle, 1],
  ]);
  return plan(context, thread, random);
}

async function planSteps(context: Context, { threadId }: SimulatedThread, random: Random): Promise<Plan> {
  const { steps, awayRule } = madeUp(random);
  await planFollowUps(context, { threadId, steps, awayRule });
  return { awayRule, steps: await rowsOf(context, threadId) };
}

async function planWithOpening(context: Context, thread: SimulatedThread, random: Random): Promise<Plan> {
  const followUps = madeUp(random);
  const composer = { draftId: randomUUID(), followUps };
  const contract = { ...(await targetOf(context, thread)), emailBody: "<p>May I ask you something?</p>" };
  await sendEmailThread(context, contract, composer, afterSend(context, composer));
  return { awayRule: followUps.awayRule, steps: await rowsOf(context, thread.threadId) };
}

async function planSingle(context: Context, thread: SimulatedThread, random: Random): Promise<Plan> {
  const scheduledTime = new Date(context.now().getTime() + random.int(1, 6 * 24) * (DAY / 24)).toISOString();
  const contract = { ...(await targetOf(context, thread)), emailBody: "<p>Did you see this?</p>", scheduledTime };
  await sendEmailThread(context, { ...contract, scheduleCondition: "if_no_reply" });
  return { awayRule: "keep", steps: await rowsOf(context, thread.threadId) };
}

function madeUp(random: Random) {
  const steps = Array.from({ length: random.int(4, 8) }, (_, index) => ({
    bodyHtml: `<p>Did you see this? I ask for the ${index + 1}. time.</p>`,
    wait: waitOf(random),
  }));
  const awayRule = random.weighted<AwayRule>(AWAY_RULES.map((rule) => [rule, rule === "move" ? 3 : 1] as const));
  return { steps, awayRule };
}

function waitOf(random: Random): StepWait {
  const unit = random.weighted(WAIT_UNITS.map((each) => [each, each === "weeks" ? 1 : 8] as const));
  return { count: unit === "weeks" ? 1 : random.int(1, 4), unit, time: random.pick(TIMES) };
}

async function targetOf({ db }: Context, { threadId, campaign }: SimulatedThread) {
  const [newest] = await db
    .select({ statsId: messages.statsId })
    .from(messages)
    .where(eq(messages.threadId, threadId))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(1);
  return { campaignId: campaign.number, emailStatsId: newest!.statsId, id: threadId };
}

/** What was planned just now in a thread: all rows that bear the time of the newest, the opening reply first. */
async function rowsOf({ db }: Context, threadId: number): Promise<PlannedStep[]> {
  const rows = await db
    .select()
    .from(replies)
    .where(eq(replies.threadId, threadId))
    .orderBy(desc(replies.acceptedAt), asc(replies.chainStep));
  const planned = rows.filter(({ acceptedAt }) => acceptedAt.getTime() === rows[0]!.acceptedAt.getTime());
  return planned
    .toSorted((a, b) => (a.chainStep ?? 0) - (b.chainStep ?? 0))
    .map(({ id: replyId, messageId, origin, chainWait }) => ({ replyId, messageId, origin, wait: chainWait }));
}
