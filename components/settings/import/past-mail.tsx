"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { orderPastMail } from "@/lib/actions/imports";
import type { PastMailOrder } from "@/lib/domain/past-mail-order";
import { pastMailQuery } from "@/lib/queries/past-mail";
import { filtersQuery } from "@/lib/queries/threads";
import { FormProblem } from "../form-problem";
import { tableClass } from "../table-class";
import { TimeAgo } from "../time-ago";
import { textOf, useActionForm } from "../use-action-form";

const DAYS = [30, 90, 180, 365];

/** Orders what came and went in a mailbox before it was connected, and says how the orders stand. */
export function PastMail() {
  const t = useTranslations("import.pastMail");
  const queries = useQueryClient();
  const { data: filters } = useQuery(filtersQuery());
  const { data: orders } = useQuery(pastMailQuery());
  const form = useActionForm(orderPastMail, () => {
    toast(t("reading"));
    void queries.invalidateQueries({ queryKey: pastMailQuery().queryKey });
  });
  const mailboxes = filters?.mailboxes.filter(({ state }) => state !== "disabled") ?? [];
  if (filters && mailboxes.length === 0) return <p className="px-4 py-4 text-text-2 lg:px-5">{t("none")}</p>;
  return (
    <>
      <form
        noValidate
        onSubmit={form.submit((data) => ({ mailboxId: textOf(data, "mailbox"), days: Number(textOf(data, "days")) }))}
        className="flex flex-col gap-3 px-4 py-4 lg:px-5"
      >
        <FormProblem>{form.problem}</FormProblem>
        <div className="flex flex-wrap items-end gap-3">
          <Field label={t("mailbox")} error={form.errorOf("mailboxId")} className="w-72 max-md:w-full">
            {(control) => (
              <Select {...control} name="mailbox">
                {mailboxes.map(({ id, address }) => (
                  <option key={id} value={id}>
                    {address}
                  </option>
                ))}
              </Select>
            )}
          </Field>
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
          <Button type="submit" variant="primary" size="lg" pending={form.pending}>
            {t("read")}
          </Button>
        </div>
      </form>
      {orders && orders.length > 0 ? <Orders orders={orders} /> : null}
    </>
  );
}

function Orders({ orders }: { orders: PastMailOrder[] }) {
  const t = useTranslations("import.pastMail");
  return (
    <table aria-label={t("latest")} className={tableClass.table}>
      <thead className={tableClass.head}>
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("how")}</th>
          <th scope="col" className="text-right">
            {t("when")}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map(({ mailboxId, address, colour, at, outcome, days, added, known, failed }) => (
          <tr key={mailboxId} className={tableClass.row}>
            <td className="w-2/5 max-w-0">
              <span className="flex items-center gap-2.5">
                <MailboxSquare colour={colour} />
                <span className="truncate font-medium">{address}</span>
              </span>
            </td>
            <td className={outcome === "failed" ? "text-bad" : "text-text-2"}>
              {t(outcome, { days, added, known, failed })}
            </td>
            <td className="text-right text-text-2">
              <TimeAgo at={at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
