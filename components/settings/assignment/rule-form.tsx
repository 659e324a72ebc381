"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { saveAssignmentRule } from "@/lib/actions/assignment";
import type { AssignmentRuleItem, RuleChoices } from "@/lib/domain/assignment-rule-item";
import { REPLY_LANGUAGES, type ReplyLanguage } from "@/lib/domain/reply-language";
import { FormProblem } from "../form-problem";
import { textOf } from "../use-action-form";
import { useHeldForm } from "../use-held-form";
import { ChoiceList } from "./choice-list";

type RuleFormProps = {
  rule: AssignmentRuleItem | null;
  choices: RuleChoices;
  onClose: () => void;
  onSaved: () => void;
};

/** What a rule asks for, and who takes turns, in the order in which they are chosen. */
export function RuleForm({ rule, choices, onClose, onSaved }: RuleFormProps) {
  const t = useTranslations("assignment");
  const common = useTranslations("common");
  const formId = useId();
  const languages = useLanguages();
  const { chosen, choose } = useChosen(rule, choices);
  const read = (data: FormData) => ({
    ruleId: rule?.id ?? null,
    name: textOf(data, "name"),
    conditions: {
      campaignIds: chosen.campaigns,
      mailboxIds: chosen.mailboxes,
      categoryIds: chosen.categories,
      languages: chosen.languages as ReplyLanguage[],
    },
    memberIds: chosen.people,
  });
  const form = useHeldForm({ act: saveAssignmentRule, read, onDone: onSaved });
  const noPeople = form.errorOf("memberIds");
  const lists = { ...choices, languages };
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => (open ? undefined : form.leave(onClose))}
      title={rule ? t("editTitle", { name: rule.name }) : t("addTitle")}
      description={t("formText")}
      className="max-w-lg"
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" pending={form.pending}>
            {t(rule ? "save" : "add")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-3">
        <FormProblem>{form.problem}</FormProblem>
        <Field label={t("name")} error={form.errorOf("name")}>
          {(control) => <Input {...control} name="name" autoComplete="off" defaultValue={rule?.name} />}
        </Field>
        {CONDITIONS.map((kind) => (
          <ChoiceList
            key={kind}
            label={t(`kinds.${kind}`)}
            none={t("any")}
            choices={lists[kind]}
            chosen={chosen[kind]}
            onChange={(ids) => choose(kind, ids)}
          />
        ))}
        <ChoiceList
          label={t("people")}
          none={t("nobodyYet")}
          choices={choices.people}
          chosen={chosen.people}
          onChange={(ids) => choose("people", ids)}
          isOpen
        />
        {noPeople ? <FieldError>{t("needsPeople")}</FieldError> : null}
        {form.question}
      </form>
    </Dialog>
  );
}

const CONDITIONS = ["campaigns", "mailboxes", "categories", "languages"] as const;
type Chosen = Record<(typeof CONDITIONS)[number] | "people", string[]>;

/** What is ticked; what a rule names that is not there any more goes when it is saved. */
function useChosen(rule: AssignmentRuleItem | null, choices: RuleChoices) {
  const among = (list: { id: string }[], ids: string[] = []) => ids.filter((id) => list.some((each) => each.id === id));
  const [chosen, setChosen] = useState<Chosen>(() => ({
    campaigns: among(choices.campaigns, rule?.conditions.campaignIds),
    mailboxes: among(choices.mailboxes, rule?.conditions.mailboxIds),
    categories: among(choices.categories, rule?.conditions.categoryIds),
    languages: rule?.conditions.languages ?? [],
    people: among(
      choices.people,
      rule?.people.map(({ id }) => id),
    ),
  }));
  const choose = (kind: keyof Chosen, ids: string[]) => setChosen((before) => ({ ...before, [kind]: ids }));
  return { chosen, choose };
}

function useLanguages() {
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return REPLY_LANGUAGES.map((id) => ({ id, name: names.of(id) ?? id })).toSorted((a, b) =>
    a.name.localeCompare(b.name, locale),
  );
}
