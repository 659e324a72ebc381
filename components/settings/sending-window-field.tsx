"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ClockField } from "@/components/fields/clock-field";
import { Field, FieldError } from "@/components/ui/field";

type Props = {
  window: { days: number[]; start: string; end: string } | null;
  errorOf: (path: string) => string | undefined;
};

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const WORKDAYS = [1, 2, 3, 4, 5];
const CHOICE = "inline-flex items-center gap-2 touch:min-h-control-touch";
const BOX = "size-3.5 accent-accent touch:size-5";

/** When the machine may send: at any time, or on some days between two times. What was filled in stays while the choice changes. */
export function SendingWindowField({ window, errorOf }: Props) {
  const t = useTranslations("mailbox.settings");
  const [isWithin, setIsWithin] = useState(window !== null);
  const days = window?.days ?? WORKDAYS;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-12 font-medium">{t("window")}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {(["always", "within"] as const).map((choice) => (
          <label key={choice} className={CHOICE}>
            <input
              type="radio"
              name="window"
              value={choice}
              checked={(choice === "within") === isWithin}
              onChange={() => setIsWithin(choice === "within")}
              className={BOX}
            />
            {t(choice)}
          </label>
        ))}
      </div>
      <div hidden={!isWithin} className="flex-col gap-3 not-[[hidden]]:flex">
        <fieldset>
          <legend className="sr-only">{t("days")}</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {DAYS.map((day) => (
              <label key={day} className={CHOICE}>
                <input
                  type="checkbox"
                  name="windowDays"
                  value={day}
                  defaultChecked={days.includes(day)}
                  className={BOX}
                />
                {t(`day.${day}`)}
              </label>
            ))}
          </div>
        </fieldset>
        {errorOf("window.days") ? <FieldError>{errorOf("window.days")}</FieldError> : null}
        <div className="grid grid-cols-2 gap-4 sm:max-w-80">
          <Field label={t("from")} error={errorOf("window.start")}>
            {(control) => <ClockField {...control} name="windowStart" defaultValue={window?.start ?? "09:00"} />}
          </Field>
          <Field label={t("until")} error={errorOf("window.end")}>
            {(control) => <ClockField {...control} name="windowEnd" defaultValue={window?.end ?? "17:00"} />}
          </Field>
        </div>
      </div>
    </fieldset>
  );
}
