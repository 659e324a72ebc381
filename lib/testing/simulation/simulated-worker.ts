import { eq, sql } from "drizzle-orm";
import { mailboxes, replies } from "@/lib/db/schema";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import type { WorkerDeps } from "@/lib/worker/deps";
import { setSynced } from "@/lib/worker/mailbox-state";
import { sweepOutbox } from "@/lib/worker/outbox-sweep";
import { sendNext } from "@/lib/worker/send-next";
import type { SimulatedServers } from "./simulated-servers";
import { MINUTE, type Stage } from "./stage";

type Parts = { deps: WorkerDeps; servers: SimulatedServers; stage: Stage };

/** How often a mailbox happens to be read just as its replies become due; else they ask for a reading and wait. */
const READ_ALREADY = 0.85;

/**
 * What the worker's rounds do, one after the other: the sweep, a lane a mailbox, and readings. A lane whose server does not
 * answer takes no turn until it does; one whose process has died is taken up by another process at once.
 */
export class SimulatedWorker {
  readonly #parts: Parts;
  readonly #waiting = new Map<string, Promise<unknown>>();
  /** When each mailbox is read next. */
  readonly #readings = new Map<string, number>();
  readonly #onStuck = new Map<string, () => void>();
  /** Mailboxes whose server is away. */
  readonly unreachable = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** One round: claims that ran out, and all that may leave at this moment. Nothing is asked of it where nothing is due. */
  async round(): Promise<void> {
    const { deps, stage } = this.#parts;
    const due = await this.#due();
    if (due.length === 0) return;
    for (const mailboxId of due) if (stage.random.chance(READ_ALREADY)) await this.read(mailboxId);
    const woken = new Set<string>();
    await sweepOutbox(deps, (mailboxId) => woken.add(mailboxId));
    await Promise.all([...woken].map((mailboxId) => this.#drain(mailboxId)));
    for (const mailboxId of await this.#wanted()) this.readSoon(mailboxId, MINUTE / 4);
  }

  /** Said by the servers: a lane stands still; `isDead` when nobody waits for the answer any more. */
  stuck(mailboxId: string, { isDead }: { isDead: boolean }): void {
    this.#onStuck.get(mailboxId)?.();
    if (isDead) this.#waiting.delete(mailboxId);
  }

  /** The answer came: the lane's turn ends. */
  async resume(mailboxId: string): Promise<void> {
    await this.#waiting.get(mailboxId);
    this.#waiting.delete(mailboxId);
  }

  /** The processes are ended and begun anew: what they held in memory is gone. */
  restart(): void {
    this.#waiting.clear();
  }

  /** Has a mailbox read at some moment from now on, if nobody is about to. */
  readSoon(mailboxId: string, withinMs: number): void {
    if (this.unreachable.has(mailboxId)) return;
    const { agenda, clock, random } = this.#parts.stage;
    const at = clock.millis() + 1000 + Math.floor(random.next() * withinMs);
    if ((this.#readings.get(mailboxId) ?? Infinity) <= at) return;
    this.#readings.set(mailboxId, at);
    agenda.add(at, "machine", () => this.read(mailboxId));
  }

  /** Looks into a mailbox as its reader does; then it counts as read since the look began. */
  async read(mailboxId: string): Promise<void> {
    this.#readings.delete(mailboxId);
    if (this.unreachable.has(mailboxId)) return;
    const { deps, servers, stage } = this.#parts;
    const { workspaceId } = stage.world;
    const startedAt = deps.now();
    for (const { raw, source, letter } of servers.fetch(mailboxId)) {
      await ingestMessage(deps, { workspaceId, mailboxId, raw, source });
      if (letter) stage.tell({ kind: "was_read", at: stage.clock.millis(), letter });
    }
    await setSynced(deps.db, mailboxId, startedAt);
  }

  /** When the next reply is due or the next claim runs out; null when nothing lies ahead. */
  async nextMoment(): Promise<number | null> {
    const { deps } = this.#parts;
    const at = deps.now().toISOString();
    const { rows } = await deps.db.execute(sql`
      select least(
        (select min(greatest(due_at, next_attempt_at)) from replies
          where status in ('scheduled', 'queued') and greatest(due_at, next_attempt_at) > ${at}),
        -- A claim has run out when its end has passed.
        (select min(claimed_until) + interval '2 milliseconds' from replies where status = 'sending')) as next`);
    const [row] = rows as { next: string | null }[];
    return row?.next ? new Date(row.next).getTime() : null;
  }

  /** The mailboxes of replies that are due, and of claims that have run out. */
  async #due(): Promise<string[]> {
    const { deps } = this.#parts;
    const at = deps.now().toISOString();
    const rows = await deps.db
      .selectDistinct({ id: replies.mailboxId })
      .from(replies)
      .where(
        sql`status in ('scheduled', 'queued') and greatest(due_at, next_attempt_at) <= ${at}
          or status = 'sending' and claimed_until < ${at}`,
      )
      .orderBy(replies.mailboxId);
    return rows.map(({ id }) => id);
  }

  /** The mailboxes of which somebody wants a fresh reading. */
  async #wanted(): Promise<string[]> {
    const { deps, stage } = this.#parts;
    const isWanted = sql`sync_requested_at >= coalesce(last_synced_at, '-infinity')`;
    const isOurs = eq(mailboxes.workspaceId, stage.world.workspaceId);
    const rows = await deps.db
      .select({ id: mailboxes.id })
      .from(mailboxes)
      .where(sql`${isOurs} and ${isWanted}`)
      .orderBy(mailboxes.address);
    return rows.map(({ id }) => id);
  }

  async #drain(mailboxId: string): Promise<void> {
    while (!this.#waiting.has(mailboxId)) {
      const stuck = new Promise<"stuck">((resolve) => this.#onStuck.set(mailboxId, () => resolve("stuck")));
      const turn = sendNext(this.#parts.deps, mailboxId);
      this.#waiting.set(mailboxId, turn);
      const outcome = await Promise.race([turn, stuck]);
      if (outcome === "stuck") return;
      this.#waiting.delete(mailboxId);
      if (!outcome) return;
    }
  }
}
