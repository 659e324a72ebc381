import { z } from "zod";

/** Further ahead nobody plans, and PostgreSQL's dates need no test. */
const day = z.iso.date().refine((date) => date >= "2000-01-01" && date <= "2100-12-31", "invalid");

/** Whose it is: the actor's own unless somebody else is named. Both days are included, by the member's own clock. */
export const AddAbsenceInput = z
  .strictObject({
    memberId: z.uuid().optional(),
    firstDay: day,
    lastDay: day,
    note: z
      .string()
      .trim()
      .max(200)
      .refine((text) => !/\p{Cc}/u.test(text), "control_character")
      .default(""),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { path: ["lastDay"], error: "ends_before" });
export type AddAbsenceInput = z.output<typeof AddAbsenceInput>;

export const RemoveAbsenceInput = z.strictObject({ absenceId: z.uuid() });
export type RemoveAbsenceInput = z.infer<typeof RemoveAbsenceInput>;

export const ListAbsencesInput = z.strictObject({ of: z.enum(["me", "all"]).default("me") });
export type ListAbsencesInput = z.input<typeof ListAbsencesInput>;
