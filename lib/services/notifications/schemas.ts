import { z } from "zod";

/** `before`: the last one that is known; `unread` leaves out what was read. */
export const ListNotificationsInput = z.strictObject({
  before: z.uuid().optional(),
  unread: z.literal("1").optional(),
});
export type ListNotificationsInput = z.infer<typeof ListNotificationsInput>;

export const CountNotificationsInput = z.strictObject({});

/** Those that are named, else all. */
export const MarkNotificationsReadInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500).optional() });
export type MarkNotificationsReadInput = z.infer<typeof MarkNotificationsReadInput>;
