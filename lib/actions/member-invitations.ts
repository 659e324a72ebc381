"use server";

import { getFormatter, getTranslations } from "next-intl/server";
import { appUrl } from "@/lib/core/env";
import type { Context } from "@/lib/services/context";
import { inviteMember as inviteMemberVerb } from "@/lib/services/member-invitations/invite-member";
import type { WriteInvitation } from "@/lib/services/member-invitations/issue-secret";
import { resendInvitation as resendInvitationVerb } from "@/lib/services/member-invitations/resend-invitation";
import { revokeInvitation as revokeInvitationVerb } from "@/lib/services/member-invitations/revoke-invitation";
import { InvitationInput, InviteMemberInput } from "@/lib/services/member-invitations/schemas";
import { invitationPath } from "@/lib/url/paths";
import { action } from "./action";

export const inviteMember = action(InviteMemberInput, (context, input) =>
  inviteMemberVerb(context, input, wordsBy(context)),
);
export const resendInvitation = action(InvitationInput, (context, input) =>
  resendInvitationVerb(context, input, wordsBy(context)),
);
export const revokeInvitation = action(InvitationInput, revokeInvitationVerb);

/** In the language of who invites. */
function wordsBy({ actor }: Context): WriteInvitation {
  return async ({ name, secret, until }) => {
    const t = await getTranslations("joining.mail");
    const format = await getFormatter();
    const link = `${appUrl()}${invitationPath(secret)}`;
    const day = format.dateTime(until, { dateStyle: "long" });
    const lines = [t("hello", { name }), t("text", { inviter: actor.name }), link, t("until", { day }), t("ignore")];
    return { subject: t("subject", { inviter: actor.name }), text: lines.join("\n\n") };
  };
}
