import { z } from "zod";

const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((text) => !/\p{Cc}/u.test(text), "control_character");

export const AddClientInput = z.strictObject({ name });
export type AddClientInput = z.infer<typeof AddClientInput>;

export const RenameClientInput = z.strictObject({ clientId: z.uuid(), name });
export type RenameClientInput = z.infer<typeof RenameClientInput>;

export const RemoveClientInput = z.strictObject({ clientId: z.uuid() });
export type RemoveClientInput = z.infer<typeof RemoveClientInput>;
