import { z } from "zod";

/** A mailbox, a campaign, or all campaigns of a client. */
export const GRANT_KINDS = ["mailbox", "campaign", "client"] as const;
export const GrantInput = z.strictObject({ kind: z.enum(GRANT_KINDS), id: z.uuid() });
export type Grant = z.infer<typeof GrantInput>;
export const GrantsInput = z.array(GrantInput).max(500);

/** What a member sees: everything, or what is named here, opened to their teams, or assigned to them. */
export const SetAccessInput = z.strictObject({ memberId: z.uuid(), seesAll: z.boolean(), grants: GrantsInput });
export type SetAccessInput = z.infer<typeof SetAccessInput>;
