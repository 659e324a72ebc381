import { z } from "zod";

/** `messageId` with or without angle brackets; `before` is the last delivery of the page before. */
export const ListDeliveriesInput = z.strictObject({
  messageId: z.string().max(1000).optional(),
  before: z.uuid().optional(),
  limit: z.number().int().min(1).max(100).default(20),
});
export type ListDeliveriesInput = z.input<typeof ListDeliveriesInput>;

/** The query of `GET /api/sandbox/deliveries`. */
export const DeliveriesQuery = z.strictObject({
  message_id: z
    .string()
    .min(1)
    .max(1000)
    .refine((id) => !/\p{Cc}/u.test(id), "control_character")
    .optional(),
});

export type Delivery = { id: string; messageId: string; recipients: string[]; raw: string; at: string };
export type DeliveryPage = { deliveries: Delivery[]; next: string | null };
