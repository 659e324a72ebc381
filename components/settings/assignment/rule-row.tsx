"use client";

import { ArrowDown, ArrowUp, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { moveAssignmentRule, pauseAssignmentRule, removeAssignmentRule } from "@/lib/actions/assignment";
import type { AssignmentRuleItem, RuleChoices } from "@/lib/domain/assignment-rule-item";
import { ConfirmButton } from "../confirm-button";
import { useRowAction } from "../use-row-action";
import { RuleTurns } from "./rule-turns";
import { useRuleSentence } from "./use-rule-sentence";

type RuleRowProps = {
  rule: AssignmentRuleItem;
  choices: RuleChoices;
  /** Its place among the rules, from 1. */
  number: number;
  isLast: boolean;
  onEdit: () => void;
  onChanged: () => void;
};

/** One rule: what it says in plain words, whose turn it is, and how it is moved, paused, changed or removed. */
export function RuleRow({ rule, choices, number, isLast, onEdit, onChanged }: RuleRowProps) {
  const t = useTranslations("assignment");
  const sentence = useRuleSentence(choices);
  const { pending, run } = useRowAction(onChanged);
  const { id: ruleId, name, isPaused } = rule;
  return (
    <li aria-label={name} className="flex gap-3 border-b border-line px-4 py-3 max-md:flex-col lg:px-5">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="text-12 text-text-3 tabular-nums">{number}</span>
          <span className="truncate font-medium">{name}</span>
          {isPaused ? <Badge tone="warn">{t("paused")}</Badge> : null}
        </p>
        <p className="mt-1 max-w-measure text-pretty text-text-2">{sentence(rule)}</p>
        <RuleTurns people={rule.people} />
        {rule.mayChange ? null : <p className="mt-1 text-12 text-text-3">{t("general")}</p>}
      </div>
      {rule.mayChange ? (
        <div className="flex flex-wrap items-start justify-end">
          <IconButton
            label={t("up", { name })}
            disabled={number === 1 || pending}
            onClick={() => run(() => moveAssignmentRule({ ruleId, to: "up" }))}
          >
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton
            label={t("down", { name })}
            disabled={isLast || pending}
            onClick={() => run(() => moveAssignmentRule({ ruleId, to: "down" }))}
          >
            <ArrowDown aria-hidden />
          </IconButton>
          <IconButton
            label={t(isPaused ? "resume" : "pause", { name })}
            disabled={pending}
            onClick={() => run(() => pauseAssignmentRule({ ruleId, isPaused: !isPaused }))}
          >
            {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          </IconButton>
          <Button variant="quiet" onClick={onEdit} aria-label={t("editLabel", { name })}>
            {t("edit")}
          </Button>
          <ConfirmButton
            label={t("remove")}
            title={t("removeTitle", { name })}
            text={t("removeText")}
            confirm={t("removeConfirm", { name })}
            keep={t("removeKeep")}
            act={() => removeAssignmentRule({ ruleId })}
            onDone={onChanged}
          />
        </div>
      ) : null}
    </li>
  );
}
