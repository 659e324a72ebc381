import { useTranslations } from "next-intl";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import type { PastMailOrder } from "@/lib/domain/past-mail-order";
import { tableClass } from "../table-class";
import { TimeAgo } from "../time-ago";

/** How the newest order of each mailbox stands. */
export function PastMailOrders({ orders }: { orders: PastMailOrder[] }) {
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
        {orders.map(
          ({ mailboxId, address, colour, at, outcome, days, name, added, known, failed, failedAt, leftOut }) => (
            <tr key={mailboxId} className={tableClass.row}>
              <td className="w-2/5 max-w-0">
                <span className="flex items-center gap-2.5">
                  <MailboxSquare colour={colour} />
                  <span className="truncate font-medium" title={address}>
                    {address}
                  </span>
                </span>
              </td>
              <td className={outcome === "failed" ? "text-bad" : "text-text-2"}>
                {name === null
                  ? t(outcome, { days, added, known, failed })
                  : t(`files.${outcome}`, { name, added, known, failed, leftOut })}
                {failedAt.length > 0 ? (
                  <span className="block text-12 text-bad">
                    {t("files.failedAt", { count: failedAt.length, numbers: failedAt.join(", ") })}
                  </span>
                ) : null}
              </td>
              <td className="text-right text-text-2">
                <TimeAgo at={at} />
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
