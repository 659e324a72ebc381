"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { MailboxItem } from "./mailbox-item";

const LISTS = [
  { name: "headers", label: "warmUpHeaders", example: "X-Warmup-ID" },
  { name: "tags", label: "warmUpTags", example: "[warm]" },
  { name: "senders", label: "warmUpSenders", example: "warmup.example" },
] as const;

type Props = { warmUp: MailboxItem["warmUp"]; errorOf: (path: string) => string | undefined };

/** What tells warm-up mail, which stays out of the inbox: three lists, an entry a line. */
export function WarmUpFields({ warmUp, errorOf }: Props) {
  const t = useTranslations("mailbox.settings");
  return (
    <fieldset>
      <legend className="text-12 font-medium">{t("warmUp")}</legend>
      <p className="mt-1 mb-3 text-12 text-text-3">{t("warmUpHint")}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        {LISTS.map(({ name, label, example }) => (
          <Field key={name} label={t(label)} error={firstOf(errorOf, `warmUp.${name}`, warmUp[name].length)}>
            {(control) => (
              <Textarea
                {...control}
                name={name}
                rows={3}
                spellCheck={false}
                placeholder={example}
                defaultValue={warmUp[name].join("\n")}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

/** What is wrong with the list, or with one of its entries: more were perhaps typed than there were. */
function firstOf(errorOf: Props["errorOf"], path: string, count: number): string | undefined {
  const entries = Array.from({ length: count + 100 }, (_, index) => `${path}.${index}`);
  return [path, ...entries].map(errorOf).find((error) => error !== undefined);
}
