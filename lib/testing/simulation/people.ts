import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { followUpChains, replies } from "@/lib/db/schema";
import { seeded, type Random } from "@/lib/sandbox/random";
import { cancelReply } from "@/lib/services/replies/cancel-reply";
import { rescheduleReply } from "@/lib/services/replies/reschedule-reply";
import { resolveUnknownReply } from "@/lib/services/replies/resolve-unknown-reply";
import { retryReply } from "@/lib/services/replies/retry-reply";
import { sendReplyNow } from "@/lib/services/replies/send-reply-now";
import { contextOf } from "@/lib/testing/factories";
import type { Act } from "./facts";
import { planChain } from "./plan-chain";
import type { Stage } from "./stage";

/** The members: they plan follow-ups, change their minds, and look after what waits for a person. */
export class SimulatedPeople {
  readonly #stage: Stage;
  readonly #random: Random;
  #planned = 0;
  #chains = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#random = seeded(`${stage.seed}/people`);
  }

  /** How many follow-ups they have planned. */
  get planned(): number {
    return this.#planned;
  }

  /** Plans a chain in a thread that has none. @returns false when there is no such thread at this moment */
  async plan(): Promise<boolean> {
    const { db, clock, world, tell, names } = this.#stage;
    const open = await db
      .select({ threadId: followUpChains.threadId })
      .from(followUpChains)
      .where(isNull(followUpChains.endedAt));
    const taken = new Set(open.map(({ threadId }) => threadId));
    const dead = await this.#unwritable();
    const free = world.threads.filter(({ threadId, lead }) => !taken.has(threadId) && !dead.has(lead.id));
    if (free.length === 0) return false;
    const thread = this.#random.pick(free);
    const context = this.#context();
    const plan = await planChain(context, thread, this.#random);
    this.#planned += plan.steps.length;
    this.#chains++;
    for (const [index, { messageId }] of plan.steps.entries()) names.set(messageId, `${this.#chains}.${index + 1}`);
    tell({ kind: "planned", at: clock.millis(), threadId: thread.threadId, leadId: thread.lead.id, ...plan });
    return true;
  }

  /** Changes a step that waits: another time, now, or not at all. */
  async meddle(): Promise<void> {
    const step = await this.#anyWaiting();
    if (!step) return;
    const act = this.#random.weighted<Act>([
      ["rescheduled", 5],
      ["now", 3],
      ["cancelled", 2],
    ]);
    await this.#do(act, step);
  }

  /** What waits for a person: failures, outcomes that nobody knows, and what is late. */
  async lookAfter(): Promise<void> {
    const { db, left, world } = this.#stage;
    const found = await db
      .select()
      .from(replies)
      .where(
        and(
          eq(replies.workspaceId, world.workspaceId),
          sql`(${inArray(replies.status, ["failed", "unknown"])} or ${eq(replies.heldReason, "late")})`,
        ),
      )
      .orderBy(replies.dueAt);
    for (const { id, status, messageId } of found) {
      if (status === "unknown") await this.#do(left.has(messageId) ? "arrived" : "not_arrived", { id });
      else if (status === "failed") await this.#do(this.#random.chance(0.7) ? "retried" : "cancelled", { id });
      else
        await this.#do(
          this.#random.weighted<Act>([
            ["now", 2],
            ["cancelled", 1],
            ["rescheduled", 2],
          ]),
          { id },
        );
    }
  }

  /** Whether anything has not come to its end yet. */
  async isAnythingOpen(): Promise<boolean> {
    const { db, world } = this.#stage;
    const isOpen = inArray(replies.status, ["scheduled", "queued", "sending", "failed", "unknown"]);
    const isOurs = eq(replies.workspaceId, world.workspaceId);
    return (await db.select({ id: replies.id }).from(replies).where(and(isOurs, isOpen)).limit(1)).length > 0;
  }

  async #do(act: Act, { id: replyId }: { id: string }): Promise<void> {
    const { clock, tell } = this.#stage;
    const context = this.#context();
    try {
      if (act === "now") await sendReplyNow(context, { replyId });
      if (act === "cancelled") await cancelReply(context, { replyId });
      if (act === "retried") await retryReply(context, { replyId });
      if (act === "arrived" || act === "not_arrived")
        await resolveUnknownReply(context, { replyId, arrived: act === "arrived" });
      if (act === "rescheduled") await rescheduleReply(context, { replyId, ...this.#otherTime() });
      tell({ kind: "person", at: clock.millis(), act, replyId });
    } catch (error) {
      // Another was quicker: the row says what became of it.
      if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    }
  }

  #otherTime() {
    const minutes = this.#random.int(10, 5 * 24 * 60);
    const at = Math.floor(this.#stage.clock.millis() / 60_000 + minutes) * 60_000;
    return { scheduledTime: new Date(at).toISOString(), scheduledZone: "Europe/Berlin" };
  }

  #context() {
    const { world, db, clock } = this.#stage;
    return contextOf(this.#random.pick(world.members), db, clock.now);
  }

  async #anyWaiting(): Promise<{ id: string } | null> {
    const { db, world } = this.#stage;
    const rows = await db
      .select({ id: replies.id })
      .from(replies)
      .where(
        and(
          eq(replies.workspaceId, world.workspaceId),
          inArray(replies.status, ["scheduled", "queued"]),
          isNotNull(replies.chainId),
        ),
      )
      // Ids are random: the order of the messages' acceptance is the same for the same seed.
      .orderBy(replies.acceptedAt, replies.chainStep);
    return rows.length > 0 ? this.#random.pick(rows) : null;
  }

  /** Leads who must not be written to. */
  async #unwritable(): Promise<Set<string>> {
    const { db, world } = this.#stage;
    const { rows } = await db.execute(
      sql`select id from leads where workspace_id = ${world.workspaceId} and (bounced_at is not null or unsubscribed_at is not null)`,
    );
    return new Set(rows.map(({ id }) => String(id)));
  }
}
