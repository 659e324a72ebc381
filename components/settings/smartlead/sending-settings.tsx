"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { Toggle } from "@/components/ui/toggle";
import { saveSmartleadSettings } from "@/lib/actions/smartlead";
import type { SmartleadHealth } from "@/lib/domain/smartlead-health";
import { FormProblem } from "../form-problem";
import { textOf } from "../use-action-form";
import { useHeldForm } from "../use-held-form";
import { useSmartleadAgain } from "./use-smartlead-again";

const ENDPOINTS = ["auto", "a", "b"] as const;

/** By which endpoint replies leave, who keeps scheduled ones, and what signs the webhooks. */
export function SendingSettings({ account }: { account: SmartleadHealth }) {
  const t = useTranslations("smartlead.settings");
  const readAgain = useSmartleadAgain();
  const describes = useId();
  const [handsOver, setHandsOver] = useState(account.handsOver);
  const read = (data: FormData) => {
    const secret = textOf(data, "signingSecret").trim();
    const endpoint = ENDPOINTS.find((each) => each === textOf(data, "endpoint")) ?? "auto";
    return { connectionId: account.id, endpoint, handsOver, ...(secret ? { signingSecret: secret } : {}) };
  };
  const form = useHeldForm({
    act: saveSmartleadSettings,
    read,
    onDone: async () => {
      toast(t("saved"));
      await readAgain();
    },
  });
  return (
    <form
      autoComplete="off"
      aria-label={t("title")}
      {...form.attributes}
      className="mx-4 flex max-w-2xl flex-col gap-3 py-3 lg:mx-5"
    >
      <h3 className="text-13 font-strong">{t("title")}</h3>
      <FormProblem>{form.problem}</FormProblem>
      <div className="flex items-start gap-3">
        <Toggle label={t("handsOver")} checked={handsOver} onChange={setHandsOver} />
        <div className="min-w-0" id={describes}>
          <p className="text-13">{t("handsOver")}</p>
          <p className="text-12 text-pretty text-text-3">{t(handsOver ? "handsOverOn" : "handsOverOff")}</p>
        </div>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={t("endpoint")}
          hint={account.foundEndpoint ? t("found", { endpoint: t(`endpoints.${account.foundEndpoint}`) }) : undefined}
          error={form.errorOf("endpoint")}
        >
          {(control) => (
            <Select {...control} name="endpoint" defaultValue={account.endpoint}>
              {ENDPOINTS.map((each) => (
                <option key={each} value={each}>
                  {t(`endpoints.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={t("signingSecret")}
          hint={t(account.hasSigningSecret ? "signingKept" : "signingHint")}
          error={form.errorOf("signingSecret")}
        >
          {(control) => <Input {...control} name="signingSecret" type="password" autoComplete="new-password" />}
        </Field>
      </div>
      <div>
        <Button type="submit" pending={form.pending}>
          {t("save")}
        </Button>
      </div>
      {form.question}
    </form>
  );
}
