import { type InsightCase } from "@/lib/domain/insights/insight-case";
import type { WaitingInsight } from "@/lib/domain/insights/insight-blocks";
import { byOwed, OWED_KEY } from "@/lib/domain/insights/waiting";
import type { Context } from "@/lib/services/context";
import { openInsight } from "./open-insight";
import type { InsightFilters } from "./schemas";
import { toldThreads } from "./told-threads";
import { waitingCases } from "./waiting-cases";

const SHOWN = 5;

/** Who waits at this moment, since when the oldest, and who is past what is owed or closest to it. @throws AppError as `openInsight` */
export async function readWaiting(ctx: Context, asked: InsightFilters): Promise<WaitingInsight> {
  const cases = await waitingCases(ctx, await openInsight(ctx, asked));
  const oldest = cases.reduce((least, { at }) => Math.min(least, at), Infinity);
  return {
    count: cases.length,
    oldest: cases.length === 0 ? null : new Date(oldest).toISOString(),
    owed: cases.filter(({ keys }: InsightCase) => keys.includes(OWED_KEY)).length,
    list: await toldThreads(ctx, cases.toSorted(byOwed).slice(0, SHOWN)),
  };
}
