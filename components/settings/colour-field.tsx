"use client";

import { useTranslations } from "next-intl";
import { MailboxSquare } from "@/components/ui/mailbox-square";

const COLOURS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The eight colours of mailboxes, one of them chosen. */
export function ColourField({ colour }: { colour: number }) {
  const t = useTranslations("mailbox.settings");
  return (
    <fieldset>
      <legend className="mb-1 text-12 font-medium">{t("colour")}</legend>
      <div className="flex flex-wrap gap-1">
        {COLOURS.map((number) => (
          <label
            key={number}
            className="relative inline-flex size-8 cursor-pointer items-center justify-center rounded-2 hover:bg-hover has-checked:bg-selected has-checked:outline-2 has-checked:-outline-offset-2 has-checked:outline-accent has-focus-visible:outline-2 has-focus-visible:outline-focus touch:size-control-touch"
          >
            <input
              type="radio"
              name="colour"
              value={number}
              defaultChecked={number === colour}
              aria-label={t("colourOf", { number })}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <MailboxSquare colour={number} className="size-3.5" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
