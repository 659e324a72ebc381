"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { mailboxPath, paths } from "@/lib/url/paths";
import { needsPerson, type MailboxItem } from "./mailbox-item";
import { MailboxState } from "./mailbox-state";
import { SettingsPane } from "./settings-pane";
import { tableClass } from "./table-class";
import { TimeAgo } from "./time-ago";

/** All mailboxes of the workspace with their state in words; the open one is marked. */
export function MailboxTable({
  mailboxes,
  openId,
  mayAdd,
}: {
  mailboxes: MailboxItem[];
  openId?: string;
  mayAdd: boolean;
}) {
  const t = useTranslations("settings.mailboxes");
  const failing = mailboxes.filter(needsPerson).length;
  return (
    <SettingsPane
      title={t("title")}
      note={
        <>
          {mailboxes.length}
          {failing > 0 ? <span className="text-bad">, {t("needYou", { count: failing })}</span> : null}
        </>
      }
      actions={
        mayAdd ? (
          <Link href={paths.newMailbox} className={buttonClass()}>
            <Plus aria-hidden />
            {t("connect")}
          </Link>
        ) : null
      }
    >
      {mailboxes.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <table className={tableClass.table}>
          <thead className={tableClass.head}>
            <tr>
              <th scope="col">{t("mailbox")}</th>
              <th scope="col">{t("stateHead")}</th>
              <th scope="col" className={cn("text-right", tableClass.wideOnly)}>
                {t("lastRead")}
              </th>
            </tr>
          </thead>
          <tbody>
            {mailboxes.map((mailbox) => (
              <MailboxRow key={mailbox.id} mailbox={mailbox} isOpen={mailbox.id === openId} />
            ))}
          </tbody>
        </table>
      )}
    </SettingsPane>
  );
}

function MailboxRow({ mailbox, isOpen }: { mailbox: MailboxItem; isOpen: boolean }) {
  const t = useTranslations("settings.mailboxes");
  return (
    <tr
      data-open={isOpen || undefined}
      className={cn(
        tableClass.row,
        "relative hover:bg-hover data-open:bg-selected data-open:shadow-[inset_2px_0_0_var(--accent)]",
      )}
    >
      <td className="w-2/5 max-w-0">
        <div className="flex items-center gap-2.5">
          <MailboxSquare colour={mailbox.colour} />
          <div className="min-w-0">
            <Link
              href={mailboxPath(mailbox.id)}
              aria-current={isOpen ? "true" : undefined}
              className="block truncate font-medium before:absolute before:inset-0 before:content-['']"
            >
              {mailbox.address}
            </Link>
            <p className="truncate text-12 text-text-3">
              {mailbox.displayName || t("noName")} · {mailbox.imapHost ?? t("sandboxEngine")}
            </p>
          </div>
        </div>
      </td>
      <td className="w-2/5 max-w-0">
        <MailboxState mailbox={mailbox} brief />
      </td>
      <td className={cn("text-right text-text-2", tableClass.wideOnly)}>
        <TimeAgo at={mailbox.lastSyncedAt} />
      </td>
    </tr>
  );
}
