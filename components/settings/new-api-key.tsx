"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createApiKey } from "@/lib/actions/api-keys";
import { API_SCOPES, type ApiScope } from "@/lib/domain/api-scope";
import { SCOPE_WORDS } from "./api-scope-words";
import { FormProblem } from "./form-problem";
import { textOf } from "./use-action-form";
import { useHeldForm } from "./use-held-form";

type NewApiKeyProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMade: (key: { name: string; secret: string }) => void;
};

/** Names a key and says what it is for, before it is made. */
export function NewApiKey({ open, onOpenChange, onMade }: NewApiKeyProps) {
  const t = useTranslations("settings.apiKeys");
  const common = useTranslations("common");
  const formId = useId();
  const [scopes, setScopes] = useState<readonly ApiScope[]>(API_SCOPES);
  const turn = (scope: ApiScope, on: boolean) =>
    setScopes(API_SCOPES.filter((each) => (each === scope ? on : scopes.includes(each))));
  const read = (data: FormData) => ({ name: textOf(data, "name"), scopes: [...scopes] });
  const form = useHeldForm({ act: createApiKey, read, onDone: onMade });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) =>
        form.leave(() => {
          form.clear();
          setScopes(API_SCOPES);
          onOpenChange(next);
        })
      }
      title={t("newTitle")}
      description={t("newText")}
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={() => onOpenChange(false)}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" pending={form.pending}>
            {t("make")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-3">
        <FormProblem>{form.problem}</FormProblem>
        <Field label={t("name")} hint={t("nameHint")} error={form.errorOf("name")}>
          {(control) => <Input {...control} name="name" autoComplete="off" maxLength={80} />}
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-12 font-medium">{t("scopesLabel")}</legend>
          {API_SCOPES.map((scope) => (
            <Checkbox key={scope} checked={scopes.includes(scope)} onChange={(on) => turn(scope, on)}>
              {t(`scope.${SCOPE_WORDS[scope]}`)}
            </Checkbox>
          ))}
          {scopes.length === 0 ? (
            <p role="alert" className="text-12 text-bad">
              {t("scopeMissing")}
            </p>
          ) : null}
        </fieldset>
        {form.question}
      </form>
    </Dialog>
  );
}
