"use client";

import { useTranslations } from "next-intl";
import type { MailboxSignIn } from "@/lib/domain/mailbox-sign-in";

type Props = { ways: MailboxSignIn[]; chosen: MailboxSignIn; onChoose: (way: MailboxSignIn) => void };

/** How a mailbox signs in, where there is a choice. */
export function SignInChoice({ ways, chosen, onChoose }: Props) {
  const t = useTranslations("mailbox.signIn");
  if (ways.length < 2) return null;
  return (
    <fieldset>
      <legend className="mb-1 text-12 font-medium">{t("label")}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {ways.map((way) => (
          <label key={way} className="inline-flex items-center gap-2 touch:min-h-control-touch">
            <input
              type="radio"
              name="signInWay"
              value={way}
              checked={way === chosen}
              onChange={() => onChoose(way)}
              className="size-3.5 accent-accent touch:size-5"
            />
            {t(way)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
