"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SECURITIES } from "@/lib/services/mailboxes/schemas";
import type { MailboxItem } from "./mailbox-item";

type ServerFieldsProps = {
  side: "imap" | "smtp";
  mailbox: MailboxItem | undefined;
  /** As typed so far: most servers take it as the user. */
  address: string;
  errorOf: (path: string) => string | undefined;
};
const PORTS = { imap: 993, smtp: 465 };

/** One server of a mailbox: where it is, how it is secured, and who signs in. */
export function ServerFields({ side, mailbox, address, errorOf }: ServerFieldsProps) {
  const t = useTranslations("settings.mailboxes");
  const keeps = mailbox ? t("passwordKept") : undefined;
  const [userHint, passwordHint] = side === "imap" ? [undefined, keeps] : [t("asImap"), keeps ?? t("asImap")];
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-14 font-strong">{t(`${side}Title`)}</legend>
      <div className="grid gap-4 sm:grid-cols-[1fr_6rem_9rem]">
        <Field label={t("host")} error={errorOf(`${side}Host`)}>
          {(control) => (
            <Input
              {...control}
              name={`${side}Host`}
              autoComplete="off"
              spellCheck={false}
              defaultValue={mailbox?.[`${side}Host`] ?? ""}
            />
          )}
        </Field>
        <Field label={t("port")} error={errorOf(`${side}Port`)}>
          {(control) => (
            <Input
              {...control}
              name={`${side}Port`}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={mailbox?.[`${side}Port`] ?? PORTS[side]}
            />
          )}
        </Field>
        <Field label={t("securityLabel")} error={errorOf(`${side}Security`)}>
          {(control) => (
            <Select {...control} name={`${side}Security`} defaultValue={mailbox?.[`${side}Security`] ?? "tls"}>
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
        <Field label={t("user")} hint={userHint} error={errorOf(`${side}User`)}>
          {(control) => (
            <Input
              {...control}
              name={`${side}User`}
              autoComplete="off"
              spellCheck={false}
              placeholder={side === "imap" ? address : undefined}
              defaultValue={mailbox?.[`${side}User`] ?? ""}
            />
          )}
        </Field>
        <Field label={t("password")} hint={passwordHint} error={errorOf(`${side}Password`)}>
          {(control) => <Input {...control} name={`${side}Password`} type="password" autoComplete="new-password" />}
        </Field>
      </div>
    </fieldset>
  );
}
