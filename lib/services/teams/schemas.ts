import { z } from "zod";
import { GrantsInput } from "../access/schemas";

const team = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((text) => !/\p{Cc}/u.test(text), "control_character"),
  memberIds: z.array(z.uuid()).max(500),
  grants: GrantsInput,
};

/** A team: who is in it, and what is opened to all of them. */
export const AddTeamInput = z.strictObject(team);
export type AddTeamInput = z.infer<typeof AddTeamInput>;

export const UpdateTeamInput = z.strictObject({ teamId: z.uuid(), ...team });
export type UpdateTeamInput = z.infer<typeof UpdateTeamInput>;

export const RemoveTeamInput = z.strictObject({ teamId: z.uuid() });
export type RemoveTeamInput = z.infer<typeof RemoveTeamInput>;
