import { z } from "zod";

/** The form "Set up your team": the real workspace and its first admin. */
export const SetUpTeamInput = z.strictObject({
  workspaceName: z.string().trim().min(1).max(80),
  name: z.string().trim().min(1).max(120),
  email: z.email().trim().max(254),
  password: z.string().min(12).max(128),
});
export type SetUpTeamInput = z.infer<typeof SetUpTeamInput>;
