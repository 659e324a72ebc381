"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { DayField } from "@/components/fields/day-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { addAbsence, removeAbsence } from "@/lib/actions/absences";
import type { AbsenceItem } from "@/lib/domain/absence";
import type { Named } from "@/lib/domain/assignment-rule-item";
import { FormProblem } from "./form-problem";
import { textOf } from "./use-action-form";
import { useHeldForm } from "./use-held-form";
import { useRowAction } from "./use-row-action";

/** Days on which somebody is away: one's own, or with `people` those of everybody. */
export function Absences({ absences, people }: { absences: AbsenceItem[]; people?: Named[] }) {
  const t = useTranslations("assignment.absences");
  return (
    <section aria-labelledby="absences-title" className="flex flex-col gap-3">
      <h2 id="absences-title" className="text-16 font-strong tracking-tight">
        {t(people ? "titleAll" : "title")}
      </h2>
      <p className="text-text-2">{t("text")}</p>
      {absences.length === 0 ? (
        <p className="text-text-3">{t(people ? "emptyAll" : "empty")}</p>
      ) : (
        <ul className="border-t border-line">
          {absences.map((absence) => (
            <AbsenceRow key={absence.id} absence={absence} isNamed={people !== undefined} />
          ))}
        </ul>
      )}
      <AddAbsence people={people} />
    </section>
  );
}

function AbsenceRow({ absence, isNamed }: { absence: AbsenceItem; isNamed: boolean }) {
  const t = useTranslations("assignment.absences");
  const format = useFormatter();
  const router = useRouter();
  const { pending, run } = useRowAction(() => router.refresh());
  const { id: absenceId, person, firstDay, lastDay, note } = absence;
  const dayOf = (day: string) =>
    format.dateTime(noon(day), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  // Server and browser put different blanks into a range of dates.
  const days = firstDay === lastDay ? dayOf(firstDay) : t("days", { first: dayOf(firstDay), last: dayOf(lastDay) });
  const put = () => run(() => addAbsence({ memberId: person.id, firstDay, lastDay, note }));
  const remove = () =>
    run(
      () => removeAbsence({ absenceId }),
      () => void toast(t("removed"), { action: { label: t("undo"), onPress: put } }),
    );
  return (
    <li className="flex items-center gap-2 border-b border-line py-1.5">
      <div className="min-w-0 flex-1">
        <p>
          {isNamed ? <span className="font-medium">{person.name}, </span> : null}
          {days}
        </p>
        {note ? <p className="truncate text-12 text-text-3">{note}</p> : null}
      </div>
      <Button
        variant="quiet"
        pending={pending}
        onClick={remove}
        aria-label={t("removeLabel", { name: person.name, days })}
      >
        {t("remove")}
      </Button>
    </li>
  );
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

function AddAbsence({ people }: { people: Named[] | undefined }) {
  const t = useTranslations("assignment.absences");
  const router = useRouter();
  const read = (data: FormData) => ({
    ...(people ? { memberId: textOf(data, "memberId") } : {}),
    firstDay: textOf(data, "firstDay"),
    lastDay: textOf(data, "lastDay") || textOf(data, "firstDay"),
    note: textOf(data, "note"),
  });
  const form = useHeldForm({
    act: addAbsence,
    read,
    onDone: (_absence, element) => {
      element.reset();
      toast(t("added"));
      router.refresh();
    },
  });
  return (
    <form {...form.attributes} className="flex flex-col gap-3">
      <FormProblem>{form.problem}</FormProblem>
      {people ? (
        <Field label={t("who")} error={form.errorOf("memberId")}>
          {(control) => (
            <Select {...control} name="memberId">
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <div className="flex gap-3">
        <Field label={t("firstDay")} error={form.errorOf("firstDay")} className="flex-1">
          {(control) => <DayField {...control} name="firstDay" isNeeded />}
        </Field>
        <Field label={t("lastDay")} error={form.errorOf("lastDay")} className="flex-1">
          {(control) => <DayField {...control} name="lastDay" />}
        </Field>
      </div>
      <Field label={t("note")} hint={t("noteHint")} error={form.errorOf("note")}>
        {(control) => <Input {...control} name="note" autoComplete="off" maxLength={200} />}
      </Field>
      <Button type="submit" size="lg" pending={form.pending} className="self-start">
        {t("add")}
      </Button>
      {form.question}
    </form>
  );
}
