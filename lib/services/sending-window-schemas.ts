import { z } from "zod";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "clock");

/** When the machine may send by itself: days (1 is Monday) and wall times, of a mailbox's zone or on a lead's clock. */
export const SendingWindowInput = z
  .strictObject({ days: z.array(z.number().int().min(1).max(7)).min(1, "no_day").max(7), start: clock, end: clock })
  .refine(({ start, end }) => start < end, { path: ["end"], error: "window_order" });
export type SendingWindowInput = z.infer<typeof SendingWindowInput>;
