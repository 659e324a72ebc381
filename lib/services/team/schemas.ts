import { z } from "zod";

/** Names stand in one line. */
const line = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((text) => !/\p{Cc}/u.test(text), "control_character");

/** The form "Set up your team": the real workspace and its first admin. */
export const SetUpTeamInput = z.strictObject({
  workspaceName: line(80),
  name: line(120),
  email: z.email({ error: "address" }).trim().max(254),
  password: z.string().min(12).max(128),
});
export type SetUpTeamInput = z.infer<typeof SetUpTeamInput>;
