"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/action";
import { changeRole, givePassword, reactivateMember } from "@/lib/actions/members";
import { ROLES, type Role } from "@/lib/domain/roles";
import { ConfirmButton } from "./confirm-button";
import { DeactivateMember } from "./deactivate-member";
import { tableClass } from "./table-class";
import { TimeAgo } from "./time-ago";
import { useRowAction } from "./use-row-action";

export type MemberItem = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isMe: boolean;
  lastSignInAt: string | null;
  deactivatedAt: string | null;
  mayGetPassword: boolean;
};
export type GivenPassword = { name: string; email: string; password: string };
type Props = { member: MemberItem; onPassword: (given: GivenPassword) => void; onChanged: () => void };

/** One person: role, last visit, a new password, and the way out or back in. */
export function MemberRow({ member, onPassword, onChanged }: Props) {
  const t = useTranslations("settings.team");
  const roles = useTranslations("common.role");
  const { pending, run } = useRowAction(onChanged);
  const isOut = member.deactivatedAt !== null;
  const runAndSay = (act: () => Promise<ActionResult<unknown>>, done: string) => run(act, () => void toast(done));
  const giveRole = (role: Role) =>
    runAndSay(
      () => changeRole({ memberId: member.id, role }),
      t("roleChanged", { name: member.name, role: roles(role) }),
    );
  return (
    <tr className={cn(tableClass.row, "max-lg:flex max-lg:flex-wrap max-lg:items-center")}>
      <td className="w-1/2 max-w-0 max-lg:w-full max-lg:max-w-none">
        <div className="flex items-center gap-2.5">
          <Avatar name={member.name} />
          <div className="min-w-0">
            <p className={cn("truncate font-medium", isOut && "text-text-3 line-through")}>
              {member.name}
              {member.isMe ? <span className="font-regular text-text-3"> {t("you")}</span> : null}
            </p>
            <p className="truncate text-12 text-text-3">{member.email}</p>
          </div>
        </div>
      </td>
      <td className="max-lg:pl-12!">
        {isOut ? (
          <span className="text-text-3">{t("deactivated")}</span>
        ) : (
          <Select
            aria-label={t("roleOf", { name: member.name })}
            className="w-28"
            value={member.role}
            disabled={pending}
            onChange={(event) => giveRole(event.target.value as Role)}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {roles(role)}
              </option>
            ))}
          </Select>
        )}
      </td>
      <td className="text-text-2 max-lg:hidden">
        <TimeAgo at={member.lastSignInAt} />
      </td>
      <td className="w-px text-right whitespace-nowrap max-lg:ml-auto max-lg:w-auto">
        {member.mayGetPassword ? (
          <ConfirmButton
            variant="quiet"
            label={t("newPassword")}
            title={t("newPasswordTitle", { name: member.name })}
            text={t("newPasswordText")}
            confirm={t("newPasswordConfirm")}
            keep=""
            act={() => givePassword({ memberId: member.id })}
            onDone={onPassword}
          />
        ) : null}
        {isOut ? (
          <Button
            variant="quiet"
            pending={pending}
            onClick={() =>
              runAndSay(() => reactivateMember({ memberId: member.id }), t("reactivated", { name: member.name }))
            }
          >
            {t("reactivate")}
          </Button>
        ) : member.isMe ? null : (
          <DeactivateMember member={member} onDone={onChanged} />
        )}
      </td>
    </tr>
  );
}
