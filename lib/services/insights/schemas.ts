import { z } from "zod";
import { INSIGHT_BLOCKS, LISTED_BLOCKS, type ListedBlock } from "@/lib/domain/insights/insight-blocks";
import { daysBetween, MOST_DAYS } from "@/lib/domain/insights/insight-span";
import { NONE } from "@/lib/domain/list-view";

const day = z.iso.date().refine((text) => text >= "1970-01-01" && text < "2200-01-01", "day");
const isOrNone = z.union([z.uuid(), z.literal(NONE)]);

/** Days of the reader's own clock, both included; threads are narrowed by what they have now. */
const filters = {
  from: day,
  to: day,
  campaign: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  mailboxId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  personId: isOrNone.optional(),
  categoryId: isOrNone.optional(),
};

function isSpan({ from, to }: { from: string; to: string }): boolean {
  const days = daysBetween(from, to) + 1;
  return days >= 1 && days <= MOST_DAYS;
}
const wrongSpan = { path: ["to"], error: "span" };

export const InsightFilters = z.strictObject(filters).refine(isSpan, wrongSpan);
export type InsightFilters = z.output<typeof InsightFilters>;

export const ReadInsightInput = z.strictObject({ ...filters, block: z.enum(INSIGHT_BLOCKS) }).refine(isSpan, wrongSpan);
export type ReadInsightInput = z.output<typeof ReadInsightInput>;

/** `key` names the figure whose threads are listed. */
export const ListInsightThreadsInput = z
  .strictObject({
    ...filters,
    block: z.enum(LISTED_BLOCKS as [ListedBlock, ...ListedBlock[]]),
    key: z.string().min(1).max(120),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/, "cursor")
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(isSpan, wrongSpan);
export type ListInsightThreadsInput = Omit<z.output<typeof ListInsightThreadsInput>, "limit"> & { limit?: number };
