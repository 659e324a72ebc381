import { useTranslations } from "next-intl";
import { GRANT_KINDS, type Grant } from "@/lib/services/access/schemas";
import { ChoiceBoxes } from "../choice-boxes";
import type { Choices } from "./access-item";

type GrantBoxesProps = { choices: Choices; grants: Grant[]; onChange: (grants: Grant[]) => void };

/** What is opened: mailboxes, campaigns and clients, each kind in boxes of its own. */
export function GrantBoxes({ choices, grants, onChange }: GrantBoxesProps) {
  const t = useTranslations("access");
  return GRANT_KINDS.map((kind) => (
    <ChoiceBoxes
      key={kind}
      legend={t(kind)}
      none={t("none")}
      choices={choices[kind]}
      chosen={grants.flatMap((grant) => (grant.kind === kind ? grant.id : []))}
      onChange={(ids) =>
        onChange([...grants.filter((grant) => grant.kind !== kind), ...ids.map((id) => ({ kind, id }))])
      }
    />
  ));
}
