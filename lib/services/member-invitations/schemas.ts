import { z } from "zod";
import { ROLES, type Role } from "@/lib/domain/roles";
import { AddMemberInput, PASSWORD_MINIMUM } from "@/lib/services/members/schemas";

export const InviteMemberInput = z.strictObject({
  ...AddMemberInput.shape,
  role: z.enum(ROLES),
  /** By which mailbox the mail leaves; null where the link is handed over by hand. */
  mailboxId: z.uuid().nullable(),
});
export type InviteMemberInput = z.infer<typeof InviteMemberInput>;

export const InvitationInput = z.strictObject({ invitationId: z.uuid() });
export type InvitationInput = z.infer<typeof InvitationInput>;

export const AcceptInvitationInput = z.strictObject({
  name: AddMemberInput.shape.name,
  password: z.string().min(PASSWORD_MINIMUM).max(128),
});
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

/** `link` waits for whoever has it; `leaving`, `sent` and `failed` say how its mail stands. */
export type InvitationState = "link" | "leaving" | "sent" | "failed" | "expired";

/** An invitation as admins see it: never its secret. Times are ISO 8601 in UTC. */
export type InvitationView = {
  id: string;
  email: string;
  name: string;
  role: Role;
  state: InvitationState;
  /** Why its mail could not leave, a closed word. */
  failedReason: string | null;
  /** The address that its mail leaves by. */
  mailbox: string | null;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
};
