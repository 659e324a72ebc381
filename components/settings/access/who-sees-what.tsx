"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { isAlwaysNarrowed } from "@/lib/domain/permissions";
import { tableClass } from "../table-class";
import type { AccessItem, NarrowedItem } from "./access-item";
import { AccessForm } from "./access-form";
import { SettingsSection } from "./settings-section";
import { useGrantWords } from "./use-grant-words";

/** What everybody but admins sees: everything, or what was opened to them and to their teams. */
export function WhoSeesWhat({ access }: { access: AccessItem }) {
  const t = useTranslations("access");
  const router = useRouter();
  const [asked, setAsked] = useState<NarrowedItem | null>(null);
  if (access.members.length === 0) return null;
  return (
    <SettingsSection title={t("who")} text={t("whoText")}>
      <table className={tableClass.table}>
        <thead className={tableClass.head}>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("sees")}</th>
            <th scope="col">
              <span className="sr-only">{t("actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {access.members.map((member) => (
            <Row key={member.id} member={member} access={access} onChange={() => setAsked(member)} />
          ))}
        </tbody>
      </table>
      {asked ? (
        <AccessForm
          member={asked}
          choices={access.choices}
          onClose={() => setAsked(null)}
          onSaved={() => {
            setAsked(null);
            toast(t("saved"));
            router.refresh();
          }}
        />
      ) : null}
    </SettingsSection>
  );
}

function Row({ member, access, onChange }: { member: NarrowedItem; access: AccessItem; onChange: () => void }) {
  const t = useTranslations("access");
  const roles = useTranslations("common.role");
  const words = useSightWords(access);
  return (
    <tr className={tableClass.row}>
      <td className="w-1/2 max-w-0">
        <div className="flex items-center gap-2.5">
          <Avatar name={member.name} />
          <div className="min-w-0">
            <p className="truncate font-medium">{member.name}</p>
            <p className="truncate text-12 text-text-3">{roles(member.role)}</p>
          </div>
        </div>
      </td>
      <td className="text-text-2">{words(member)}</td>
      <td className="w-px text-right whitespace-nowrap">
        <Button variant="quiet" onClick={onChange} aria-label={t("changeLabel", { name: member.name })}>
          {t("change")}
        </Button>
      </td>
    </tr>
  );
}

function useSightWords({ teams }: AccessItem): (member: NarrowedItem) => string {
  const t = useTranslations("access");
  const format = useFormatter();
  const grantWords = useGrantWords();
  return ({ id, role, seesAll, grants }) => {
    const isClient = isAlwaysNarrowed(role);
    if (seesAll && !isClient) return t("everything");
    const opening = teams.filter((team) => team.grants.length > 0 && team.memberIds.includes(id));
    const own = grantWords(grants) || t(isClient ? "nothingClient" : "nothing");
    return opening.length === 0
      ? own
      : `${own} ${t("viaTeams", { teams: format.list(opening.map(({ name }) => name)) })}`;
  };
}
