import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addRule, updateRule } from "@/lib/actions/reviews";
import type { ApprovalConditions } from "@/lib/domain/review";
import { NO_CONDITIONS, type ApprovalRuleItem, type RuleSubjects } from "./approval-item";
import { ChoiceBoxes } from "./choice-boxes";
import { FormProblem } from "./form-problem";
import { useHeldForm } from "./use-held-form";
import { useRuleWords } from "./use-rule-words";

type FormProps = { rule: ApprovalRuleItem | null; of: RuleSubjects; onClose: () => void; onSaved: () => void };

const entriesOf = (typed: string): string[] =>
  typed
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean);

/** Name and conditions of a rule; the sentence below says what they mean together. */
export function ApprovalRuleForm({ rule, of, onClose, onSaved }: FormProps) {
  const t = useTranslations("settings.approval");
  const common = useTranslations("common");
  const formId = useId();
  const [name, setName] = useState(rule?.name ?? "");
  const [conditions, setConditions] = useState(rule?.conditions ?? NO_CONDITIONS);
  const change = (values: Partial<ApprovalConditions>) => setConditions({ ...conditions, ...values });
  const isEmpty = JSON.stringify(conditions) === JSON.stringify(NO_CONDITIONS);
  const read = () => ({ ruleId: rule?.id ?? null, name, conditions });
  const form = useHeldForm({ act: saveRule, read, onDone: onSaved });
  const sentence = useRuleWords(of)(conditions);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && form.leave(onClose)}
      title={t(rule ? "editTitle" : "addTitle")}
      isKeptByPress
      className="max-w-lg"
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" disabled={isEmpty} pending={form.pending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-3">
        <FormProblem>{form.problem}</FormProblem>
        <Field label={t("name")} error={form.errorOf("name")}>
          {(control) => (
            <Input {...control} value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Who conditions={conditions} people={of.people} onChange={change} />
        <What conditions={conditions} of={of} onChange={change} errorOf={form.errorOf} />
        <p aria-live="polite" className="rounded-2 bg-sunken px-3 py-2 text-13">
          {isEmpty ? t("nothing") : sentence}
        </p>
        {form.question}
      </form>
    </Dialog>
  );
}

type Saved = { ruleId: string | null; name: string; conditions: ApprovalConditions };

const saveRule = ({ ruleId, ...rule }: Saved) => (ruleId === null ? addRule(rule) : updateRule({ ruleId, ...rule }));

type PartProps = { conditions: ApprovalConditions; onChange: (values: Partial<ApprovalConditions>) => void };

function Who({ conditions, people, onChange }: PartProps & { people: RuleSubjects["people"] }) {
  const t = useTranslations("settings.approval");
  const { newForDays, isOutsideHours, memberIds } = conditions;
  return (
    <>
      <Field label={t("newForDays")} hint={t("newForDaysHint")}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={3650}
            value={newForDays ?? ""}
            onChange={(event) =>
              onChange({ newForDays: event.target.value === "" ? null : Math.trunc(Number(event.target.value)) })
            }
          />
        )}
      </Field>
      <ChoiceBoxes
        isShort
        legend={t("people")}
        none={t("none")}
        choices={people}
        chosen={memberIds}
        onChange={(ids) => onChange({ memberIds: ids })}
      />
      <Checkbox checked={isOutsideHours} onChange={(isOn) => onChange({ isOutsideHours: isOn })}>
        {t("outsideHours")}
      </Checkbox>
    </>
  );
}

type WhatProps = PartProps & { of: RuleSubjects; errorOf: (path: string) => string | undefined };

function What({ conditions, of, onChange, errorOf }: WhatProps) {
  const t = useTranslations("settings.approval");
  const { campaignIds, firstReplyCategoryIds, words, attachments } = conditions;
  const [typed, setTyped] = useState({
    words: words.join(", "),
    endings: Array.isArray(attachments) ? attachments.join(", ") : "",
  });
  const endings = (text: string) => entriesOf(text).map((ending) => ending.replace(/^\./, ""));
  return (
    <>
      <Field label={t("words")} hint={t("wordsHint")} error={errorOf("conditions.words")}>
        {(control) => (
          <Input
            {...control}
            value={typed.words}
            autoComplete="off"
            onChange={({ target: { value } }) => {
              setTyped({ ...typed, words: value });
              onChange({ words: entriesOf(value) });
            }}
          />
        )}
      </Field>
      <ChoiceBoxes
        isShort
        legend={t("first")}
        none={t("none")}
        choices={of.categories}
        chosen={firstReplyCategoryIds}
        onChange={(ids) => onChange({ firstReplyCategoryIds: ids })}
      />
      <ChoiceBoxes
        legend={t("campaigns")}
        none={t("none")}
        choices={of.campaigns}
        chosen={campaignIds}
        onChange={(ids) => onChange({ campaignIds: ids })}
      />
      <Checkbox checked={attachments !== null} onChange={(isOn) => onChange({ attachments: isOn ? "any" : null })}>
        {t("files")}
      </Checkbox>
      {attachments === null ? null : (
        <Field label={t("endings")} hint={t("endingsHint")} error={errorOf("conditions.attachments")}>
          {(control) => (
            <Input
              {...control}
              value={typed.endings}
              autoComplete="off"
              onChange={({ target: { value } }) => {
                setTyped({ ...typed, endings: value });
                onChange({ attachments: endings(value).length > 0 ? endings(value) : "any" });
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}
