"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { connectSmartlead } from "@/lib/actions/smartlead";
import { FormProblem } from "../form-problem";
import { textOf, useActionForm } from "../use-action-form";
import { useSmartleadAgain } from "./use-smartlead-again";

/** Takes the key of an account. It goes to the server once and never comes back. */
export function ConnectKey({ isFirst, onDone }: { isFirst: boolean; onDone: () => void }) {
  const t = useTranslations("smartlead.connect");
  const common = useTranslations("common");
  const readAgain = useSmartleadAgain();
  const form = useActionForm(connectSmartlead, async (_, element) => {
    element.reset();
    await readAgain();
    onDone();
  });
  return (
    <form
      noValidate
      autoComplete="off"
      aria-label={t("title")}
      onSubmit={form.submit((data) => ({ key: textOf(data, "key") }))}
      className="flex flex-col gap-3 border-b border-line px-4 py-5 lg:px-5 [&>*]:max-w-2xl"
    >
      {isFirst ? (
        <div>
          <h2 className="text-16 font-strong tracking-tight">{t("title")}</h2>
          <p className="mt-1 text-13 text-pretty text-text-2">{t("text")}</p>
        </div>
      ) : null}
      <FormProblem>{form.problem}</FormProblem>
      <div className="flex flex-wrap items-start gap-2">
        <Field label={t("key")} hint={t("hint")} error={form.errorOf("key")} className="flex-1 basis-72">
          {(control) => (
            <Input
              {...control}
              name="key"
              type="password"
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
              required
            />
          )}
        </Field>
        <div className="flex gap-2 pt-5">
          <Button type="submit" variant="primary" size="lg" pending={form.pending}>
            {t("submit")}
          </Button>
          {isFirst ? null : (
            <Button size="lg" variant="quiet" onClick={onDone}>
              {common("cancel")}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
