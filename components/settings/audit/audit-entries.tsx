"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { useViewer } from "@/components/inbox/viewer";
import type { EventView } from "@/lib/services/audit/schemas";
import { threadPath } from "@/lib/url/paths";
import { tableClass } from "../table-class";
import { sayEvent } from "./say-event";
import { sayFact } from "./say-fact";
import { toldFacts } from "./told-facts";

/** The entries of the log: when, who, what, and where. */
export function AuditEntries({ entries }: { entries: EventView[] }) {
  const t = useTranslations("audit.column");
  return (
    <table className={tableClass.table}>
      <thead className={cn(tableClass.head, "max-lg:sr-only")}>
        <tr>
          <th scope="col">{t("time")}</th>
          <th scope="col">{t("person")}</th>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("thread")}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ entry }: { entry: EventView }) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const { timeZone } = useViewer().viewer;
  const facts = toldFacts(entry, {
    time: (time) => format.dateTime(time, { dateStyle: "medium", timeStyle: "short", timeZone }),
    field: (name) => {
      const known = `field.${name}` as "field.firstName";
      return t.has(known) ? t(known) : name.replace(/^custom:/, "");
    },
  });
  const { at, kind, person, apiKey, threadId, subject, address } = entry;
  const isRefusal = kind === "member.sign_in_refused";
  const more = [
    ...(address ? [t("fromAddress", { address })] : []),
    ...(apiKey ? [t("byKey", { name: apiKey })] : []),
    ...facts.map((fact) => sayFact(t, fact)),
  ];
  return (
    <tr className={cn(tableClass.row, "max-lg:flex max-lg:flex-wrap max-lg:gap-x-2 max-lg:py-2 max-lg:[&_td]:py-0!")}>
      <td className="w-px whitespace-nowrap text-text-2 tabular-nums max-lg:w-auto max-lg:text-12">
        <time dateTime={at}>
          {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "medium", timeZone })}
        </time>
      </td>
      <td className="w-40 max-w-40 truncate max-lg:w-auto max-lg:text-12">
        {person ?? <span className="text-text-3">{isRefusal ? t("unknown") : t("app")}</span>}
      </td>
      <td className="max-lg:w-full max-lg:pl-4!">
        <p className={cn("font-medium", isRefusal && "text-bad")}>
          {sayEvent(t, kind)}
          {subject && subject !== person ? <span className="font-regular text-text-2"> {subject}</span> : null}
        </p>
        {more.length > 0 ? <p className="text-12 break-words text-text-3">{more.join(" · ")}</p> : null}
      </td>
      <td
        className={cn(
          "w-px whitespace-nowrap max-lg:w-auto max-lg:pl-4! lg:text-right",
          threadId === null && "max-lg:hidden",
        )}
      >
        {threadId === null ? null : (
          <Link href={threadPath(threadId)} className="text-accent tabular-nums hover:underline">
            {t("openThread", { id: threadId })}
          </Link>
        )}
      </td>
    </tr>
  );
}
