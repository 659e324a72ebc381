"use client";

import { MessageSquareDiff, Pause, Play, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { pauseRule, removeRule } from "@/lib/actions/reviews";
import { ApprovalRuleForm } from "./approval-rule-form";
import type { ApprovalRuleItem, RuleSubjects } from "./approval-item";
import { ConfirmButton } from "./confirm-button";
import { SettingsPane } from "./settings-pane";
import { useRuleWords } from "./use-rule-words";
import { useRowAction } from "./use-row-action";

/** `direct`: the mailbox whose own campaign it is, and by which it is told from the others of its name. */
type Campaign = RuleSubjects["campaigns"][number] & { direct: string | null };
type RulesProps = { rules: ApprovalRuleItem[]; of: Omit<RuleSubjects, "campaigns"> & { campaigns: Campaign[] } };

/** The rules by which replies wait for somebody's look before they leave. */
export function ApprovalRules({ rules, of: named }: RulesProps) {
  const t = useTranslations("settings.approval");
  const router = useRouter();
  const [asked, setAsked] = useState<ApprovalRuleItem | "new" | null>(null);
  const campaigns = named.campaigns.map(({ id, name, direct }) => ({
    id,
    name: direct === null ? name : t("direct", { address: direct }),
  }));
  const of = { ...named, campaigns };
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
    <li aria-label={name} className="flex gap-3 border-b border-line px-4 py-3 max-md:flex-col lg:px-5">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {isPaused ? <Badge tone="warn">{t("paused")}</Badge> : null}
        </p>
        <p className="mt-1 max-w-measure wrap-anywhere text-text-2">{sentence}</p>
        {mayChange ? null : <p className="mt-1 text-12 text-text-3">{t("general")}</p>}
      </div>
      {mayChange ? (
        <div className="flex flex-wrap items-start justify-end">
          <IconButton label={t(isPaused ? "resume" : "pause", { name })} disabled={pending} onClick={pause}>
            {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          </IconButton>
          <Button variant="quiet" onClick={onEdit} aria-label={t("editLabel", { name })}>
            {t("edit")}
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
