"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SECURITIES } from "@/lib/services/mailboxes/schemas";
import type { ServerValues } from "./use-server-values";

type ServerFieldsProps = {
  side: "imap" | "smtp";
  values: ServerValues;
  /** As typed so far: most servers take it as the user. */
  address: string;
  /** Whether a stored password stays when nothing is written; null where none is asked for. */
  keepsPassword: boolean | null;
  errorOf: (path: string) => string | undefined;
};

/** One server of a mailbox: where it is, how it is secured, and who signs in. */
export function ServerFields({ side, values, address, keepsPassword, errorOf }: ServerFieldsProps) {
  const t = useTranslations("settings.mailboxes");
  const isSending = side === "smtp";
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-13 font-strong">{t(`${side}Title`)}</legend>
      <div className="grid gap-4 sm:grid-cols-[1fr_6rem_9rem]">
        <Field label={t("host")} error={errorOf(`${side}Host`)}>
          {(control) => <Input {...control} {...values.of(`${side}Host`)} autoComplete="off" spellCheck={false} />}
        </Field>
        <Field label={t("port")} error={errorOf(`${side}Port`)}>
          {(control) => <Input {...control} {...values.of(`${side}Port`)} inputMode="numeric" autoComplete="off" />}
        </Field>
        <Field label={t("securityLabel")} error={errorOf(`${side}Security`)}>
          {(control) => (
            <Select {...control} {...values.of(`${side}Security`)}>
              {SECURITIES.map((security) => (
                <option key={security} value={security}>
                  {t(`security.${security}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("user")} hint={isSending ? t("asImap") : undefined} error={errorOf(`${side}User`)}>
          {(control) => (
            <Input
              {...control}
              {...values.of(`${side}User`)}
              autoComplete="off"
              spellCheck={false}
              placeholder={isSending ? undefined : address}
            />
          )}
        </Field>
        {isSending && keepsPassword !== null ? (
          <Field
            label={t("password")}
            hint={!keepsPassword ? t("asImap") : values.isStored("smtpHost") ? t("smtpPasswordKept") : undefined}
            error={errorOf("smtpPassword")}
          >
            {(control) => <Input {...control} name="smtpPassword" type="password" autoComplete="new-password" />}
          </Field>
        ) : null}
      </div>
    </fieldset>
  );
}
