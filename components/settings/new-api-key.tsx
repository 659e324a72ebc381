"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createApiKey } from "@/lib/actions/api-keys";
import { FormProblem } from "./form-problem";
import { textOf, useActionForm } from "./use-action-form";

type NewApiKeyProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMade: (key: { name: string; secret: string }) => void;
};

/** Names a key before it is made. */
export function NewApiKey({ open, onOpenChange, onMade }: NewApiKeyProps) {
  const t = useTranslations("settings.apiKeys");
  const common = useTranslations("common");
  const formId = useId();
  const form = useActionForm(createApiKey, onMade);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        form.clear();
        onOpenChange(next);
      }}
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
      <form
        id={formId}
        noValidate
        onSubmit={form.submit((data) => ({ name: textOf(data, "name") }))}
        className="flex flex-col gap-3"
      >
        <FormProblem>{form.problem}</FormProblem>
        <Field label={t("name")} hint={t("nameHint")} error={form.errorOf("name")}>
          {(control) => <Input {...control} name="name" autoComplete="off" maxLength={80} />}
        </Field>
      </form>
    </Dialog>
  );
}
