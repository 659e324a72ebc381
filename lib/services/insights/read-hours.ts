import type { HourCell, HoursInsight } from "@/lib/domain/insights/insight-blocks";
import { hourKey } from "@/lib/domain/insights/hours";
import { countByKey } from "@/lib/domain/insights/insight-case";
import type { Context } from "@/lib/services/context";
import { writtenHourCases } from "./hour-cases";
import { openInsight } from "./open-insight";
import { replyCount } from "./read-replies";
import type { InsightFilters } from "./schemas";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When leads answer, by weekday and hour of their own clocks. @throws AppError as `openInsight` */
export async function readHours(ctx: Context, asked: InsightFilters): Promise<HoursInsight> {
  const insight = await openInsight(ctx, asked);
  const counts = countByKey(await writtenHourCases(ctx, insight, insight.span.now));
  const cells = WEEKDAYS.flatMap((weekday) =>
    HOURS.map((hour): HourCell => {
      const { replies: count, positive } = replyCount(counts, hourKey(weekday, hour));
      return { weekday, hour, count, positive };
    }),
  );
  return { cells: cells.filter(({ count }) => count > 0) };
}
