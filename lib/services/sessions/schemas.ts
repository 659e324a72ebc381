import { z } from "zod";

/** What a person gives to come in. The password's length is bounded so that hashing is. */
export const SignInInput = z.object({
  email: z
    .string()
    .trim()
    .min(1)
    .max(254)
    .regex(/^\P{Cc}*$/u),
  password: z.string().min(1).max(1024),
});
export type SignInInput = z.infer<typeof SignInInput>;
