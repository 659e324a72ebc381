import { setTimeout as sleep } from "node:timers/promises";
import { sql, type SQL } from "drizzle-orm";
import { env } from "@/lib/core/env";
import type { Database } from "@/lib/db/client";
import { SMARTLEAD_CALL_KINDS, type SmartleadCallKind } from "@/lib/domain/smartlead";
import { SmartleadFault, type Budget } from "@/lib/smartlead/smartlead-api";

export type BudgetLimits = { perTwoSeconds: number; perMinute: number };

/**
 * The calls that one key may make, counted in the database for all processes: so many within two seconds and within a minute,
 * windows that slide. A person's call goes first and may take them all; sync is spread evenly and leaves a sixth, the sweep is
 * sync that takes a fifth at most. Smartlead's own word (429, or nothing left) counts for all. Instants are the database's.
 * @param mostWaitMs how long Smartlead's order to wait is waited for; beyond that `take` throws SmartleadFault `limit`
 */
export function smartleadBudget(
  db: Database,
  keyHash: string,
  { limits = envLimits(), mostWaitMs = 20_000 }: { limits?: BudgetLimits; mostWaitMs?: number } = {},
): Budget {
  return {
    async take(kind, signal) {
      for (;;) {
        signal?.throwIfAborted();
        const { waitMs, blockedMs } = await tryTake(db, keyHash, kind, limits);
        if (blockedMs > mostWaitMs) throw new SmartleadFault("limit", "", new Date(Date.now() + blockedMs));
        if (waitMs <= 0) return;
        await sleep(Math.min(waitMs, LONGEST_NAP_MS), undefined, signal ? { signal } : {}).catch((error: unknown) => {
          signal?.throwIfAborted();
          throw error;
        });
      }
    },
    heard: (said) => remember(db, keyHash, said),
  };
}

export const envLimits = (): BudgetLimits => ({
  perTwoSeconds: env().SMARTLEAD_PER_TWO_SECONDS,
  perMinute: env().SMARTLEAD_PER_MINUTE,
});

const LONGEST_NAP_MS = 1000;
/** A little longer than Smartlead's: a call that took longer to arrive than the next one makes the space between them shorter there. */
const BURST_MS = 2250;
const MINUTE_MS = 60_500;
const TENTH_MS = 10_000;

/** How long is still to be waited, and how much of it because Smartlead said so, in ms; 0: the call is written down and may be made. */
async function tryTake(
  db: Database,
  keyHash: string,
  kind: SmartleadCallKind,
  limits: BudgetLimits,
): Promise<{ waitMs: number; blockedMs: number }> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`insert into smartlead_budgets (key_hash) values (${keyHash}) on conflict do nothing`);
    const locked = await lockBudget(tx, keyHash, kind);
    const waitMs = Math.max(locked.wait, await freeIn(tx, keyHash, windowsOf(kind, limits)));
    if (waitMs <= 0) {
      await tx.execute(sql`
        insert into smartlead_calls (id, key_hash, kind, at) values (gen_random_uuid(), ${keyHash}, ${kind}, clock_timestamp())`);
      await tx.execute(sql`
        delete from smartlead_calls where key_hash = ${keyHash} and at < clock_timestamp() - interval '2 minutes'`);
    } else if (kind === "person")
      await tx.execute(sql`
        update smartlead_budgets set person_until = greatest(person_until, clock_timestamp() + ${ms(waitMs + HOLD_MS)})
        where key_hash = ${keyHash}`);
    return { waitMs, blockedMs: locked.told };
  });
}

/** How long others let a person go first after his turn should have come; who has died meanwhile holds nobody up for long. */
const HOLD_MS = 500;

/** Whoever takes a turn holds the key's row. */
async function lockBudget(tx: Database, keyHash: string, kind: SmartleadCallKind) {
  const isPerson = kind === "person";
  const { rows } = await tx.execute<{ told: number; spent: number; person: number }>(sql`
    select greatest(0, ${msUntil(sql`blocked_until`)})::float8 as told,
      greatest(0, case when remote_remaining <= ${isPerson ? 0 : RESERVE} then ${msUntil(sql`remote_reset_at`)} end)::float8 as spent,
      greatest(0, ${msUntil(sql`person_until`)})::float8 as person
    from smartlead_budgets where key_hash = ${keyHash} for update`);
  const { told, spent, person } = rows[0] ?? { told: 0, spent: 0, person: 0 };
  return { told, wait: Math.max(told, spent, isPerson ? 0 : person) };
}

/** What Smartlead says is left is not eaten up by what can wait. */
const RESERVE = 5;

type Window = { ms: number; limit: number; kinds: readonly SmartleadCallKind[] };

function windowsOf(kind: SmartleadCallKind, { perTwoSeconds, perMinute }: BudgetLimits): Window[] {
  const ours = [
    { ms: BURST_MS, limit: perTwoSeconds, kinds: SMARTLEAD_CALL_KINDS },
    { ms: MINUTE_MS, limit: perMinute, kinds: SMARTLEAD_CALL_KINDS },
  ];
  if (kind === "person") return ours;
  const left = Math.max(1, perMinute - Math.ceil(perMinute / 6));
  const gaps = [
    { ms: BURST_MS, limit: Math.max(1, perTwoSeconds - Math.ceil(perTwoSeconds / 6)), kinds: SMARTLEAD_CALL_KINDS },
    { ms: MINUTE_MS, limit: left, kinds: SMARTLEAD_CALL_KINDS },
    // Taken at once they would leave a person nothing but the sixth for most of a minute.
    { ms: TENTH_MS, limit: Math.max(1, Math.ceil(left / 6)), kinds: ["sync", "sweep"] as const },
  ];
  if (kind === "sync") return gaps;
  const fifth = Math.max(1, Math.floor(perMinute / 5));
  return [...gaps, { ms: MINUTE_MS, limit: fifth, kinds: ["sweep"] as const }];
}

/** In how many ms every window has room: when the call that fills it has left it. */
async function freeIn(tx: Database, keyHash: string, windows: Window[]): Promise<number> {
  const waits = windows.map(
    ({ ms: length, limit, kinds }) => sql`(
      select ${msUntil(sql`at + ${ms(length)}`)} from smartlead_calls
      where key_hash = ${keyHash} and kind in ${kinds} and at > clock_timestamp() - ${ms(length)}
      order by at desc offset ${limit - 1} limit 1)`,
  );
  const { rows } = await tx.execute<{ wait: number }>(
    sql`select greatest(0, ${sql.join(waits, sql`, `)})::float8 as wait`,
  );
  return Math.ceil(rows[0]?.wait ?? 0);
}

async function remember(db: Database, keyHash: string, said: Parameters<Budget["heard"]>[0]): Promise<void> {
  const { limit, remaining, resetAt, blockedUntil } = said;
  // What was told is as far away there as it is here, whatever the two clocks say.
  const at = (time: Date | undefined, most: number) =>
    time ? sql`clock_timestamp() + ${ms(Math.min(most, time.getTime() - Date.now()))}` : null;
  const [reset, blocked] = [at(resetAt, MINUTE_MS), at(blockedUntil, 3_600_000)];
  await db.execute(sql`
    insert into smartlead_budgets (key_hash, remote_limit, remote_remaining, remote_reset_at, blocked_until)
    values (${keyHash}, ${limit ?? null}, ${remaining ?? null}, ${reset}, ${blocked})
    on conflict (key_hash) do update set
      remote_limit = coalesce(excluded.remote_limit, smartlead_budgets.remote_limit),
      remote_remaining = coalesce(excluded.remote_remaining, smartlead_budgets.remote_remaining),
      remote_reset_at = coalesce(excluded.remote_reset_at, smartlead_budgets.remote_reset_at),
      blocked_until = greatest(excluded.blocked_until, smartlead_budgets.blocked_until)`);
}

const ms = (length: number): SQL => sql`make_interval(secs => ${length / 1000}::float8)`;
const msUntil = (time: SQL): SQL => sql`extract(epoch from ${time} - clock_timestamp()) * 1000`;
