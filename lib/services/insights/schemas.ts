import { z } from "zod";
import { INSIGHT_BLOCKS, LISTED_BLOCKS, type ListedBlock } from "@/lib/domain/insights/insight-blocks";
import { isInsightDay, isInsightSpan } from "@/lib/domain/insights/insight-span";
import { NONE } from "@/lib/domain/list-view";

const day = z.iso.date().refine(isInsightDay, "day");
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

const wrongSpan = { path: ["to"], error: "span" };

export const InsightFilters = z.strictObject(filters).refine(isInsightSpan, wrongSpan);
export type InsightFilters = z.output<typeof InsightFilters>;

export const ReadInsightInput = z
  .strictObject({ ...filters, block: z.enum(INSIGHT_BLOCKS) })
  .refine(isInsightSpan, wrongSpan);
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
  .refine(isInsightSpan, wrongSpan);
export type ListInsightThreadsInput = Omit<z.output<typeof ListInsightThreadsInput>, "limit"> & { limit?: number };
