"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { SoftBreaks } from "@/components/ui/soft-breaks";
import type { MailboxHealth } from "@/lib/domain/mailbox-health";
import { mailboxPath } from "@/lib/url/paths";
import { MailboxHealthState } from "./mailbox-health-state";
import { MailboxWaysOut } from "./mailbox-ways-out";
import { SentToday } from "./sent-today";
import { tableClass } from "./table-class";
import { TimeAgo } from "./time-ago";

type MailboxRowProps = { mailbox: MailboxHealth; isOpen: boolean; isShort: boolean };

/** One mailbox of the list: a row of the table, a card where that is too narrow for its name. */
export function MailboxRow({ mailbox, isOpen, isShort }: MailboxRowProps) {
  const t = useTranslations("settings.mailboxes");
  const list = useTranslations("health.list");
  const unit = "text-11 text-text-3 lg:hidden";
  return (
    <tr
      data-open={isOpen || undefined}
      className={cn(
        tableClass.row,
        "relative hover:bg-hover data-open:bg-selected data-open:shadow-[inset_2px_0_0_var(--accent)]",
        "max-lg:grid max-lg:grid-cols-2 max-lg:gap-y-2 max-lg:px-4 max-lg:py-3 max-lg:[&>td]:p-0 max-lg:[&>td:first-child]:pl-0 max-lg:[&>td:last-child]:pr-0",
      )}
    >
      <td
        className={cn(
          "max-w-0 max-lg:col-span-2 max-lg:w-auto max-lg:max-w-none",
          // What is wrong takes more words than an address, where the ways out stand beside it.
          isShort ? "w-1/3" : "w-[30%]",
        )}
      >
        <div className="flex min-w-0 items-center gap-2.5">
          <MailboxSquare colour={mailbox.colour} />
          <div className="min-w-0">
            <Link
              href={mailboxPath(mailbox.id)}
              aria-current={isOpen ? "true" : undefined}
              className="block font-medium wrap-anywhere before:absolute before:inset-0 before:content-['']"
            >
              <SoftBreaks text={mailbox.address} />
            </Link>
            <p className="truncate text-12 text-text-3">
              {mailbox.displayName || t("noName")} · {mailbox.imapHost ?? t("sandboxEngine")}
            </p>
          </div>
        </div>
      </td>
      <td className="max-w-0 max-lg:col-span-2 max-lg:max-w-none">
        <MailboxHealthState mailbox={mailbox} />
      </td>
      <td className="w-28">
        <SentToday mailbox={mailbox} />
        <p className={unit}>{list("sentWord")}</p>
      </td>
      <td className="w-24 text-right text-text-2 max-lg:w-auto">
        {mailbox.engine === "sandbox" ? null : (
          <>
            <TimeAgo at={mailbox.lastSyncedAt} />
            <p className={unit}>{list("readWord")}</p>
          </>
        )}
      </td>
      {isShort ? null : (
        <td className="w-px max-lg:col-span-2 max-lg:w-auto max-lg:empty:hidden">
          <MailboxWaysOut mailbox={mailbox} />
        </td>
      )}
    </tr>
  );
}
