"use client";

import { Plus, Split } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { AbsenceItem } from "@/lib/domain/absence";
import type { AssignmentRuleItem, RuleChoices } from "@/lib/domain/assignment-rule-item";
import { viewPath } from "@/lib/url/paths";
import { Absences } from "../absences";
import { SettingsPane } from "../settings-pane";
import { RuleForm } from "./rule-form";
import { RuleRow } from "./rule-row";

type AssignmentProps = { rules: AssignmentRuleItem[]; choices: RuleChoices; absences: AbsenceItem[] };

/** Who gets what leads answer: the rules in the order in which they are asked, and who is away. */
export function Assignment({ rules, choices: known, absences }: AssignmentProps) {
  const t = useTranslations("assignment");
  const named = (kind: "campaigns" | "mailboxes") =>
    known[kind].map(({ id, name }) => ({ id, name: name || t(`outOfSight.${kind}`) }));
  const choices = { ...known, campaigns: named("campaigns"), mailboxes: named("mailboxes") };
  const router = useRouter();
  const [asked, setAsked] = useState<AssignmentRuleItem | "new" | null>(null);
  const add = (
    <Button icon={<Plus />} onClick={() => setAsked("new")}>
      {t("add")}
    </Button>
  );
  return (
    <SettingsPane title={t("title")} note={rules.length} actions={rules.length > 0 ? add : null}>
      {rules.length === 0 ? (
        <EmptyState icon={<Split aria-hidden />} title={t("emptyTitle")} actions={add}>
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <p className="max-w-measure px-4 py-3 text-12 text-text-2 lg:px-5">{t("text")}</p>
          <ol className="border-t border-line">
            {rules.map((rule, index) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                choices={choices}
                number={index + 1}
                isLast={index === rules.length - 1}
                onEdit={() => setAsked(rule)}
                onChanged={() => router.refresh()}
              />
            ))}
          </ol>
          <p className="px-4 py-3 text-13 text-text-2 lg:px-5">
            {t.rich("otherwise", {
              list: (words) => (
                <Link href={viewPath("unassigned")} className="text-accent-text underline">
                  {words}
                </Link>
              ),
            })}
          </p>
        </>
      )}
      <div className="border-t border-line px-4 py-5 lg:px-5">
        <div className="max-w-md">
          <Absences absences={absences} people={choices.people} />
        </div>
      </div>
      {asked === null ? null : (
        <RuleForm
          rule={asked === "new" ? null : asked}
          choices={choices}
          onClose={() => setAsked(null)}
          onSaved={() => {
            setAsked(null);
            router.refresh();
          }}
        />
      )}
    </SettingsPane>
  );
}
