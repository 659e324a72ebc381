import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Select } from "@/components/ui/select";
import { NONE } from "@/lib/domain/list-view";
import { roleMay } from "@/lib/domain/permissions";
import { insightTeamsQuery } from "@/lib/queries/insights";
import { filtersQuery } from "@/lib/queries/threads";
import { useInsights } from "./insight-context";

const TEAM = "team:";

/** What the figures are narrowed to: campaign, mailbox, category, and a team or person where the reader may. */
export function InsightFilterFields() {
  const t = useTranslations("insights");
  const { address, narrow } = useInsights();
  const { data } = useQuery(filtersQuery());
  return (
    <fieldset aria-label={t("filters")} className="flex flex-wrap gap-1.5 max-sm:grid max-sm:w-full max-sm:grid-cols-2">
      <Choice
        label={t("allCampaigns")}
        value={address.campaign === null ? "" : String(address.campaign)}
        onChoose={(value) => narrow({ campaign: value ? Number(value) : null })}
      >
        {data?.campaigns.map(({ number, name }) => (
          <option key={number} value={number}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice
        label={t("allMailboxes")}
        value={address.mailbox ?? ""}
        onChoose={(value) => narrow({ mailbox: value || null })}
      >
        {data?.mailboxes.map(({ id, address: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice
        label={t("allCategories")}
        value={address.category ?? ""}
        onChoose={(value) => narrow({ category: value || null })}
      >
        {data?.categories.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={NONE}>{t("uncategorised")}</option>
      </Choice>
      <WhoseChoice />
    </fieldset>
  );
}

function WhoseChoice() {
  const t = useTranslations("insights");
  const { viewer } = useViewer();
  const { address, narrow } = useInsights();
  const { data } = useQuery(filtersQuery());
  const { data: teams } = useQuery(insightTeamsQuery());
  if (!roleMay(viewer.role, "thread.triage")) return null;
  const people = data?.people.filter(({ id }) => id !== viewer.id) ?? [];
  const choose = (value: string) =>
    narrow({
      team: value.startsWith(TEAM) ? value.slice(TEAM.length) : null,
      person: value && !value.startsWith(TEAM) ? value : null,
    });
  return (
    <Choice
      label={t("allPeople")}
      value={address.team ? `${TEAM}${address.team}` : (address.person ?? "")}
      onChoose={choose}
    >
      <option value={viewer.id}>{t("mine")}</option>
      <option value={NONE}>{t("nobodys")}</option>
      {teams && teams.length > 0 ? (
        <optgroup label={t("teams")}>
          {teams.map(({ id, name }) => (
            <option key={id} value={`${TEAM}${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
      {people.length > 0 ? (
        <optgroup label={t("people")}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
    </Choice>
  );
}

/** `label` is what it is called, and what it says while nothing is chosen. */
function Choice({
  label,
  value,
  onChoose,
  children,
}: {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      className="w-36 max-sm:w-full"
    >
      <option value="">{label}</option>
      {children}
    </Select>
  );
}
