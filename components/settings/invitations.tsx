"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { resendInvitation, revokeInvitation } from "@/lib/actions/member-invitations";
import type { InvitationView } from "@/lib/services/member-invitations/schemas";
import { ConfirmButton } from "./confirm-button";
import type { ShownLink } from "./invite-member";
import { tableClass } from "./table-class";
import { useRowAction } from "./use-row-action";

type Props = { invitations: InvitationView[]; onLink: (link: ShownLink) => void; onChanged: () => void };

/** Who was invited and has not come yet, how their mail stands, and what can be done about it. */
export function Invitations({ invitations, onLink, onChanged }: Props) {
  const t = useTranslations("joining.list");
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations">
      <h2
        id="invitations"
        className="flex h-8 items-center border-b border-line bg-surface-2 px-4 text-11 text-text-3 lg:px-5"
      >
        {t("title", { count: invitations.length })}
      </h2>
      <table className={`${tableClass.table} max-lg:table-fixed`}>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("actions")}</th>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} onLink={onLink} onChanged={onChanged} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function InvitationRow({ invitation, onLink, onChanged }: Omit<Props, "invitations"> & { invitation: InvitationView }) {
  const t = useTranslations("joining.list");
  const roles = useTranslations("common.role");
  const { pending, run } = useRowAction(onChanged);
  const { id, email, name, role } = invitation;
  const again = () => run(() => resendInvitation({ invitationId: id }), onLink);
  return (
    <tr
      className={cn(
        tableClass.row,
        "max-lg:flex max-lg:flex-wrap max-lg:items-center max-lg:py-2 max-lg:[&_td]:py-0.5!",
      )}
    >
      <td className="w-1/2 max-w-0 max-lg:w-full max-lg:max-w-none">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-12 text-text-3">
          {email}, {roles(role)}
        </p>
      </td>
      <td className="text-12 max-lg:w-full max-lg:pl-4!">
        <State invitation={invitation} />
      </td>
      <td className="w-px text-right whitespace-nowrap max-lg:ml-auto max-lg:w-auto">
        <Button variant="quiet" pending={pending} onClick={again} aria-label={t("againTo", { name })}>
          {t(invitation.mailbox ? "again" : "newLink")}
        </Button>
        <ConfirmButton
          label={t("revoke")}
          title={t("revokeTitle", { name })}
          text={t("revokeText")}
          confirm={t("revokeConfirm")}
          keep={t("revokeKeep")}
          act={() => revokeInvitation({ invitationId: id })}
          onDone={onChanged}
        />
      </td>
    </tr>
  );
}

const REASONS = ["auth", "network", "tls", "recipients", "sender", "policy", "content", "mailbox"] as const;

function State({ invitation }: { invitation: InvitationView }) {
  const t = useTranslations("joining.list");
  const format = useFormatter();
  const { state, failedReason, mailbox, expiresAt } = invitation;
  const day = format.dateTime(new Date(expiresAt), { day: "numeric", month: "short" });
  const reason = REASONS.find((known) => known === failedReason) ?? "other";
  return (
    <>
      <p className={state === "failed" ? "text-bad" : "text-text-2"}>
        {state === "failed" ? t(`failed.${reason}`, { mailbox: mailbox ?? "" }) : t(state, { mailbox: mailbox ?? "" })}
      </p>
      {state === "expired" ? null : <p className="text-text-3">{t("until", { day })}</p>}
    </>
  );
}
