"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ClockField } from "@/components/fields/clock-field";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { saveWorkingHours } from "@/lib/actions/members";
import { dateFormat } from "@/lib/domain/date-format";
import { FormProblem } from "./form-problem";
import { textOf } from "./use-action-form";
import { useHeldForm } from "./use-held-form";

export type WorkingHours = { days: number[]; start: string; end: string };

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** When the person works, by their own clock. */
export function WorkingHoursForm({ hours }: { hours: WorkingHours }) {
  const t = useTranslations("settings.workingHours");
  const common = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const read = (data: FormData): WorkingHours => ({
    days: data.getAll("workDays").map(Number),
    start: textOf(data, "workStart").trim(),
    end: textOf(data, "workEnd").trim(),
  });
  const form = useHeldForm({
    act: saveWorkingHours,
    read,
    onDone: () => {
      toast(common("saved"));
      router.refresh();
    },
  });
  // 2 November 2026 was a Monday.
  const dayName = (day: number) =>
    dateFormat(locale, { timeZone: "UTC", weekday: "short" }).format(new Date(Date.UTC(2026, 10, 1 + day)));
  return (
    <form {...form.attributes} className="flex flex-col gap-4">
      <div>
        <h2 className="text-16 font-strong tracking-tight">{t("title")}</h2>
        <p className="mt-1 text-12 text-text-3">{t("hint")}</p>
      </div>
      <FormProblem>{form.problem}</FormProblem>
      <fieldset>
        <legend className="mb-1 text-12 font-medium">{t("days")}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {DAYS.map((day) => (
            <label key={day} className="inline-flex min-h-6 items-center gap-2 touch:min-h-control-touch">
              <input
                type="checkbox"
                name="workDays"
                value={day}
                defaultChecked={hours.days.includes(day)}
                className="size-3.5 accent-accent touch:size-5"
              />
              {dayName(day)}
            </label>
          ))}
        </div>
        {form.errorOf("days") ? <FieldError>{form.errorOf("days")}</FieldError> : null}
      </fieldset>
      <div className="grid grid-cols-2 gap-4 sm:max-w-80">
        <Field label={t("from")} error={form.errorOf("start")}>
          {(control) => <ClockField {...control} name="workStart" defaultValue={hours.start} />}
        </Field>
        <Field label={t("until")} error={form.errorOf("end")}>
          {(control) => <ClockField {...control} name="workEnd" defaultValue={hours.end} />}
        </Field>
      </div>
      <Button type="submit" size="lg" pending={form.pending} className="self-start">
        {t("save")}
      </Button>
      {form.question}
    </form>
  );
}
