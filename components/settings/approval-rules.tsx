"use client";

import { MessageSquareDiff, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { pauseRule, removeRule } from "@/lib/actions/reviews";
import { ApprovalRuleForm } from "./approval-rule-form";
import type { ApprovalRuleItem, RuleSubjects } from "./approval-item";
import { ConfirmButton } from "./confirm-button";
import { SettingsPane } from "./settings-pane";
import { useRuleWords } from "./use-rule-words";
import { useRowAction } from "./use-row-action";

type RulesProps = { rules: ApprovalRuleItem[]; of: RuleSubjects };

/** The rules by which replies wait for somebody's look before they leave. */
export function ApprovalRules({ rules, of }: RulesProps) {
  const t = useTranslations("settings.approval");
  const router = useRouter();
  const [asked, setAsked] = useState<ApprovalRuleItem | "new" | null>(null);
  const add = (
    <Button icon={<Plus />} onClick={() => setAsked("new")}>
      {t("add")}
    </Button>
  );
  return (
    <SettingsPane title={t("title")} note={rules.length || null} actions={rules.length > 0 ? add : null}>
      <p className="max-w-measure px-4 py-3 text-12 text-text-2 lg:px-5">{t("text")}</p>
      {rules.length === 0 ? (
        <EmptyState icon={<MessageSquareDiff aria-hidden />} title={t("emptyTitle")} actions={add}>
          {t("empty")}
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} of={of} onEdit={() => setAsked(rule)} />
          ))}
        </ul>
      )}
      {asked === null ? null : (
        <ApprovalRuleForm
          rule={asked === "new" ? null : asked}
          of={of}
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

type RowProps = { rule: ApprovalRuleItem; of: RuleSubjects; onEdit: () => void };

function RuleRow({ rule: { id: ruleId, name, conditions, isPaused, mayChange }, of, onEdit }: RowProps) {
  const t = useTranslations("settings.approval");
  const router = useRouter();
  const sentence = useRuleWords(of)(conditions);
  const { pending, run } = useRowAction(() => router.refresh());
  const pause = () => run(() => pauseRule({ ruleId, paused: !isPaused }));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 lg:px-5">
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="flex items-baseline gap-2 text-13 font-medium">
          <span className="min-w-0 truncate">{name}</span>
          {isPaused ? <span className="shrink-0 text-12 text-warn">{t("paused")}</span> : null}
        </h2>
        <p className="text-13 wrap-anywhere text-text-2">{sentence}</p>
        {mayChange ? null : <p className="text-12 text-text-3">{t("general")}</p>}
      </div>
      {mayChange ? (
        <div className="flex flex-wrap gap-1">
          <Button variant="quiet" onClick={onEdit}>
            {t("edit")}
          </Button>
          <Button variant="quiet" pending={pending} onClick={pause}>
            {t(isPaused ? "resume" : "pause")}
          </Button>
          <ConfirmButton
            label={t("remove")}
            title={t("removeTitle", { name })}
            text={t("removeText")}
            confirm={t("remove")}
            keep=""
            act={() => removeRule({ ruleId })}
            onDone={() => router.refresh()}
          />
        </div>
      ) : null}
    </li>
  );
}
