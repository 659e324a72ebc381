import { z } from "zod";
import { AFTER_DONE, AFTER_SEND, DENSITIES, IMAGE_CHOICES, LOCALES } from "@/lib/domain/preferences";
import { ROLES } from "@/lib/domain/roles";
import { SendingWindowInput } from "@/lib/services/sending-window-schemas";

const name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((text) => !/\p{Cc}/u.test(text), "control_character");
export const PASSWORD_MINIMUM = 12;
const newPassword = z.string().min(PASSWORD_MINIMUM).max(128);

export const AddMemberInput = z.strictObject({
  email: z.email({ error: "address" }).trim().max(254),
  name,
  role: z.enum(ROLES),
});
export type AddMemberInput = z.infer<typeof AddMemberInput>;

export const MemberInput = z.strictObject({ memberId: z.uuid() });
export type MemberInput = z.infer<typeof MemberInput>;

/** Who takes over their open threads: nobody, so that they become unassigned; whom the assignment rules choose; nobody, so that they stay. */
export const LEFT_THREADS = ["unassigned", "rules", "stay"] as const;
/** `threadsTo`: one of these, or a member; unassigned if absent. */
export const DeactivateMemberInput = z.strictObject({
  memberId: z.uuid(),
  threadsTo: z.union([z.enum(LEFT_THREADS), z.uuid()]).optional(),
});
export type DeactivateMemberInput = z.infer<typeof DeactivateMemberInput>;

/** What a member would leave behind: open threads of theirs, unsent drafts, replies that have still to leave, open tasks. */
export type MemberLeaving = {
  threads: number;
  reminders: number;
  drafts: number;
  replies: number;
  tasks: number;
  /** `isNarrowed`: they do not see all threads. */
  others: { id: string; name: string; isNarrowed: boolean }[];
  /** Whether assignment rules are at work. */
  hasRules: boolean;
};

export const ChangeRoleInput = z.strictObject({ memberId: z.uuid(), role: z.enum(ROLES) });
export type ChangeRoleInput = z.infer<typeof ChangeRoleInput>;

/** How long a composer's reply is held so that it can be undone: none to half a minute. */
export const UNDO_SECONDS_MAXIMUM = 30;
export const UpdateProfileInput = z.strictObject({
  name,
  timeZone: z.string().max(64).refine(isTimeZone, "time_zone"),
  undoSeconds: z.number().int().min(0).max(UNDO_SECONDS_MAXIMUM),
});
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

/** Days and wall times of the member's own clock, in the shape of a sending window. */
export const SaveWorkingHoursInput = SendingWindowInput;
export type SaveWorkingHoursInput = SendingWindowInput;

const presetWords = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "control_character");

/** What is not given stays as it is. */
export const SavePreferencesInput = z
  .strictObject({
    afterDone: z.enum(AFTER_DONE),
    afterSend: z.enum(AFTER_SEND),
    density: z.enum(DENSITIES),
    notify: z.boolean(),
    images: z.enum(IMAGE_CHOICES),
    locale: z.enum(LOCALES).nullable(),
    schedulePresets: z.array(presetWords).max(8),
  })
  .partial();
export type SavePreferencesInput = z.infer<typeof SavePreferencesInput>;

export const ChangePasswordInput = z.strictObject({ currentPassword: z.string().min(1).max(1024), newPassword });
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
