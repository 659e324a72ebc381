import { z } from "zod";
import { isAddress } from "@/lib/domain/address";

const DOMAIN = /^(?=.{1,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** An address (ana@lead.test) or a domain (lead.test, also written @lead.test), in lower case. */
export const AddBlockInput = z.strictObject({
  value: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(320)
    .transform((value) => value.replace(/^@/, ""))
    .refine((value) => isAddress(value) || DOMAIN.test(value), "address_or_domain"),
});
export type AddBlockInput = z.infer<typeof AddBlockInput>;

export const RemoveBlockInput = z.strictObject({ blockId: z.uuid() });
export type RemoveBlockInput = z.infer<typeof RemoveBlockInput>;

export const ListBlocksInput = z.strictObject({});
export type ListBlocksInput = z.infer<typeof ListBlocksInput>;
