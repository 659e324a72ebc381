"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/fields/day-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { EVENT_GROUPS, type EventGroup } from "@/lib/domain/event-group";
import type { ExportEventsInput } from "@/lib/services/audit/schemas";

type AuditFilterProps = {
  people: { id: string; name: string }[];
  wanted: ExportEventsInput;
  onNarrow: (wanted: ExportEventsInput) => void;
};

/** By whom, what, when and in which thread. */
export function AuditFilter({ people, wanted, onNarrow }: AuditFilterProps) {
  const t = useTranslations("audit.filter");
  const isNarrow = Object.values(wanted).some((value) => value !== undefined);
  const set = (change: { [Key in keyof ExportEventsInput]: ExportEventsInput[Key] | undefined }) => {
    const merged = Object.entries({ ...wanted, ...change }).filter(([, value]) => value !== undefined);
    onNarrow(Object.fromEntries(merged) as ExportEventsInput);
  };
  const setThread = (text: string) => {
    const threadId = /^[1-9]\d{0,14}$/.test(text.trim()) ? Number(text) : undefined;
    if (threadId !== wanted.threadId) set({ threadId });
  };
  return (
    <search className="grid grid-cols-2 items-end gap-2 border-b border-line px-4 py-3 md:flex md:flex-wrap lg:px-5">
      <Field label={t("person")} className="md:w-40">
        {(control) => (
          <Select
            {...control}
            value={wanted.memberId ?? ""}
            onChange={(event) => set({ memberId: event.target.value || undefined })}
          >
            <option value="">{t("everybody")}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("group")} className="md:w-40">
        {(control) => (
          <Select
            {...control}
            value={wanted.group ?? ""}
            onChange={(event) => set({ group: (event.target.value || undefined) as EventGroup | undefined })}
          >
            <option value="">{t("everything")}</option>
            {EVENT_GROUPS.map((group) => (
              <option key={group} value={group}>
                {t(`groups.${group}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("from")} className="md:w-38">
        {(control) => (
          <DayField
            {...control}
            isPatient
            value={wanted.from ?? ""}
            max={wanted.to}
            onChange={(day) => set({ from: day || undefined })}
          />
        )}
      </Field>
      <Field label={t("to")} className="md:w-38">
        {(control) => (
          <DayField
            {...control}
            isPatient
            value={wanted.to ?? ""}
            min={wanted.from}
            onChange={(day) => set({ to: day || undefined })}
          />
        )}
      </Field>
      <Field label={t("thread")} className="md:w-28">
        {(control) => (
          <Input
            {...control}
            key={wanted.threadId}
            inputMode="numeric"
            defaultValue={wanted.threadId}
            onBlur={(event) => setThread(event.target.value)}
            onKeyDown={(event) => (event.key === "Enter" ? setThread(event.currentTarget.value) : undefined)}
          />
        )}
      </Field>
      {isNarrow ? (
        <Button size="lg" variant="quiet" onClick={() => onNarrow({})}>
          {t("clear")}
        </Button>
      ) : null}
    </search>
  );
}
