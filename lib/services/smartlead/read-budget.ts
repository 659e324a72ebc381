import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import type { SmartleadCallKind } from "@/lib/domain/smartlead";
import { envLimits, type BudgetLimits } from "./budget";

export type BudgetLeft = BudgetLimits & {
  /** Calls of the last minute, and how many a person could make within the next moment. */
  used: Record<SmartleadCallKind, number>;
  left: number;
  /** Until when Smartlead has told us to wait, if it is still to come. */
  blockedUntil: Date | null;
  /** What Smartlead's own headers said last, as long as it holds. */
  remote: { limit: number | null; remaining: number | null; resetAt: Date | null } | null;
};

/** What is left of a key's calls, for the page that shows how a connection stands. For verbs that have found the connection. */
export async function readBudget(db: Database, keyHash: string, limits = envLimits()): Promise<BudgetLeft> {
  const { rows } = await db.execute<{ kind: SmartleadCallKind; minute: number; burst: number }>(sql`
    select kind, count(*)::int as minute,
      (count(*) filter (where at > clock_timestamp() - interval '2 seconds'))::int as burst
    from smartlead_calls where key_hash = ${keyHash} and at > clock_timestamp() - interval '1 minute' group by kind`);
  const used = { person: 0, sync: 0, sweep: 0 };
  for (const { kind, minute } of rows) used[kind] = minute;
  const burst = rows.reduce((sum, each) => sum + each.burst, 0);
  const told = await readTold(db, keyHash);
  const { perTwoSeconds, perMinute } = limits;
  const ours = Math.min(perMinute - used.person - used.sync - used.sweep, perTwoSeconds - burst);
  const theirs = told.remote?.remaining ?? Number.POSITIVE_INFINITY;
  return { ...limits, used, left: told.blockedUntil ? 0 : Math.max(0, Math.min(ours, theirs)), ...told };
}

type Told = { blocked: string | null; limit: number | null; remaining: number | null; reset: string | null };

async function readTold(db: Database, keyHash: string): Promise<Pick<BudgetLeft, "blockedUntil" | "remote">> {
  const { rows } = await db.execute<Told>(sql`
    select case when blocked_until > clock_timestamp() then blocked_until::text end as blocked,
      case when remote_reset_at > clock_timestamp() then remote_limit end as limit,
      case when remote_reset_at > clock_timestamp() then remote_remaining end as remaining,
      case when remote_reset_at > clock_timestamp() then remote_reset_at::text end as reset
    from smartlead_budgets where key_hash = ${keyHash}`);
  const { blocked, limit, remaining, reset } = rows[0] ?? { blocked: null, limit: null, remaining: null, reset: null };
  return {
    blockedUntil: blocked === null ? null : new Date(blocked),
    remote: reset === null ? null : { limit, remaining, resetAt: new Date(reset) },
  };
}
