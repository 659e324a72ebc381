"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { orderPastMail } from "@/lib/actions/imports";
import { pastMailQuery } from "@/lib/queries/past-mail";
import { filtersQuery } from "@/lib/queries/threads";
import { FormProblem } from "../form-problem";
import { textOf, useActionForm } from "../use-action-form";
import { MailFiles } from "./mail-files";
import { PastMailOrders } from "./past-mail-orders";

const DAYS = [30, 90, 180, 365];

/** Orders what came and went in a mailbox before it was connected, from its server or from files, and says how the orders stand. */
export function PastMail() {
  const t = useTranslations("import.pastMail");
  const queries = useQueryClient();
  const { data: filters } = useQuery(filtersQuery());
  const { data: orders } = useQuery(pastMailQuery());
  const [chosen, setChosen] = useState<string | null>(null);
  const onOrdered = () => {
    toast(t("reading"));
    void queries.invalidateQueries({ queryKey: pastMailQuery().queryKey });
  };
  const form = useActionForm(orderPastMail, onOrdered);
  const mailboxes = filters?.mailboxes.filter(({ state }) => state !== "disabled") ?? [];
  if (filters && mailboxes.length === 0) return <p className="px-4 py-4 text-text-2 lg:px-5">{t("none")}</p>;
  const mailboxId = chosen ?? mailboxes[0]?.id ?? "";
  return (
    <>
      <div className="flex flex-col gap-5 px-4 py-4 lg:px-5">
        <Field label={t("mailbox")} error={form.errorOf("mailboxId")} className="w-72 max-md:w-full">
          {(control) => (
            <Select {...control} value={mailboxId} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {mailboxes.map(({ id, address }) => (
                <option key={id} value={id}>
                  {address}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <form
          noValidate
          aria-label={t("fromServer")}
          onSubmit={form.submit((data) => ({ mailboxId, days: Number(textOf(data, "days")) }))}
          className="flex flex-col gap-3"
        >
          <h3 className="text-13 font-strong">{t("fromServer")}</h3>
          <FormProblem>{form.problem}</FormProblem>
          <div className="flex flex-wrap items-end gap-3">
            <Field label={t("days")} className="w-32 max-md:w-full">
              {(control) => (
                <Select {...control} name="days" defaultValue="90">
                  {DAYS.map((days) => (
                    <option key={days} value={days}>
                      {t("daysOf", { days })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Button type="submit" size="lg" pending={form.pending}>
              {t("read")}
            </Button>
          </div>
        </form>
        <MailFiles mailboxId={mailboxId} onOrdered={onOrdered} />
      </div>
      {orders && orders.length > 0 ? <PastMailOrders orders={orders} /> : null}
    </>
  );
}
