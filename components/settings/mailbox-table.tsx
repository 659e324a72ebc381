"use client";

import { useQuery } from "@tanstack/react-query";
import { AtSign, CloudOff, FileUp, Plus, SearchX, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { byUrgency, needsPerson, type MailboxHealth } from "@/lib/domain/mailbox-health";
import { mailboxHealthQuery } from "@/lib/queries/mailboxes";
import { paths } from "@/lib/url/paths";
import { MailboxFilter, useMailboxFilter } from "./mailbox-filter";
import { MailboxRow } from "./mailbox-row";
import { SettingsLoading } from "./settings-loading";
import { SettingsPane } from "./settings-pane";
import { tableClass } from "./table-class";

type MailboxTableProps = { openId?: string; mayAdd: boolean; notice?: ReactNode };

/** How all mailboxes of the workspace stand, trouble first, each with its ways out; the open one is marked. */
export function MailboxTable({ openId, mayAdd, notice }: MailboxTableProps) {
  const t = useTranslations("settings.mailboxes");
  const list = useTranslations("health.list");
  const { data, isError, refetch } = useQuery(mailboxHealthQuery());
  const troubled = data?.filter(needsPerson).length ?? 0;
  if (!data && !isError) return <SettingsLoading />;
  return (
    <SettingsPane
      title={t("title")}
      note={
        data ? (
          <>
            {data.length}
            {troubled > 0 ? <span className="text-bad">, {t("needYou", { count: troubled })}</span> : null}
          </>
        ) : null
      }
      actions={
        mayAdd ? (
          <>
            <Link
              href={`${paths.imports}?kind=mailboxes`}
              className={cn(buttonClass({ variant: "quiet" }), "max-md:hidden")}
            >
              <FileUp aria-hidden />
              {list("importTable")}
            </Link>
            <Link href={paths.newMailbox} className={buttonClass()}>
              <Plus aria-hidden />
              {t("connect")}
            </Link>
          </>
        ) : null
      }
    >
      {notice}
      {data ? <Mailboxes mailboxes={data} openId={openId} /> : <Failed onAgain={() => void refetch()} />}
    </SettingsPane>
  );
}

function Mailboxes({ mailboxes, openId }: { mailboxes: MailboxHealth[]; openId: string | undefined }) {
  const t = useTranslations("settings.mailboxes");
  const { now } = useViewer();
  const filter = useMailboxFilter(mailboxes);
  if (mailboxes.length === 0)
    return (
      <EmptyState icon={<AtSign aria-hidden />} title={t("emptyTitle")}>
        {t("empty")}
      </EmptyState>
    );
  return (
    <>
      <MailboxFilter filter={filter} />
      {filter.shown.length === 0 ? <NothingShown words={filter.words} /> : null}
      {filter.shown.length > 0 ? (
        <table className={cn(tableClass.table, "max-lg:block")}>
          <Head isShort={openId !== undefined} />
          <tbody className="max-lg:block">
            {byUrgency(filter.shown, now).map((mailbox) => (
              <MailboxRow
                key={mailbox.id}
                mailbox={mailbox}
                isOpen={mailbox.id === openId}
                isShort={openId !== undefined}
              />
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}

/** @param isShort beside an open mailbox there is room for less */
function Head({ isShort }: { isShort: boolean }) {
  const t = useTranslations("settings.mailboxes");
  const list = useTranslations("health.list");
  return (
    <thead className={cn(tableClass.head, "max-lg:sr-only")}>
      <tr>
        <th scope="col">{t("mailbox")}</th>
        <th scope="col">{t("stateHead")}</th>
        <th scope="col">{list("sentToday")}</th>
        <th scope="col" className="text-right">
          {t("lastRead")}
        </th>
        {isShort ? null : (
          <th scope="col">
            <span className="sr-only">{list("waysOut")}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function NothingShown({ words }: { words: string }) {
  const t = useTranslations("health.list");
  return words ? (
    <EmptyState icon={<SearchX aria-hidden />} title={t("none", { words })}>
      {t("noneText")}
    </EmptyState>
  ) : (
    <EmptyState icon={<ShieldCheck aria-hidden />} title={t("well")}>
      {t("wellText")}
    </EmptyState>
  );
}

function Failed({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations("health.list");
  const common = useTranslations("common");
  return (
    <EmptyState
      icon={<CloudOff aria-hidden />}
      tone="bad"
      title={t("failed")}
      actions={<Button onClick={onAgain}>{common("loadAgain")}</Button>}
    >
      {t("failedText")}
    </EmptyState>
  );
}
