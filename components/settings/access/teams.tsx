"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { removeTeam } from "@/lib/actions/teams";
import { ConfirmButton } from "../confirm-button";
import { tableClass } from "../table-class";
import type { AccessItem, TeamItem } from "./access-item";
import { SettingsSection } from "./settings-section";
import { TeamForm } from "./team-form";
import { useGrantWords } from "./use-grant-words";

/** The teams: who is in them, and what is opened to all of them. */
export function Teams({ access }: { access: AccessItem }) {
  const t = useTranslations("access");
  const router = useRouter();
  const [asked, setAsked] = useState<TeamItem | "new" | null>(null);
  return (
    <SettingsSection
      title={t("teams")}
      text={t("teamsText")}
      action={
        <Button icon={<Plus />} onClick={() => setAsked("new")}>
          {t("addTeam")}
        </Button>
      }
    >
      {access.teams.length === 0 ? (
        <p className="px-4 pb-6 text-13 text-text-3 lg:px-5">{t("noTeams")}</p>
      ) : (
        <table className={tableClass.table}>
          <thead className={tableClass.head}>
            <tr>
              <th scope="col">{t("team")}</th>
              <th scope="col">
                <span className="sr-only">{t("actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {access.teams.map((team) => (
              <Row key={team.id} team={team} onChange={() => setAsked(team)} onRemoved={() => router.refresh()} />
            ))}
          </tbody>
        </table>
      )}
      {asked === null ? null : (
        <TeamForm
          team={asked === "new" ? null : asked}
          access={access}
          onClose={() => setAsked(null)}
          onSaved={() => {
            setAsked(null);
            router.refresh();
          }}
        />
      )}
    </SettingsSection>
  );
}

function Row({ team, onChange, onRemoved }: { team: TeamItem; onChange: () => void; onRemoved: () => void }) {
  const t = useTranslations("access");
  const words = useGrantWords();
  const { id: teamId, name } = team;
  return (
    <tr className={tableClass.row}>
      <td className="w-full max-w-0">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-12 text-text-3">
          {t("members", { count: team.memberIds.length })} · {words(team.grants) || t("opensNothing")}
        </p>
      </td>
      <td className="w-px whitespace-nowrap">
        <div className="flex items-center justify-end">
          <Button variant="quiet" onClick={onChange} aria-label={t("changeTeam", { name })}>
            {t("change")}
          </Button>
          <ConfirmButton
            label={t("removeTeam")}
            title={t("removeTeamTitle", { name })}
            text={t("removeTeamText")}
            confirm={t("removeTeamConfirm", { name })}
            keep={t("removeTeamKeep")}
            act={() => removeTeam({ teamId })}
            onDone={onRemoved}
          />
        </div>
      </td>
    </tr>
  );
}
