"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { auditParams, auditQuery } from "@/lib/queries/audit";
import type { ExportEventsInput } from "@/lib/services/audit/schemas";
import { auditExportPath, paths } from "@/lib/url/paths";
import { SettingsLoading } from "../settings-loading";
import { SettingsPane } from "../settings-pane";
import { AuditEntries } from "./audit-entries";
import { AuditFilter } from "./audit-filter";

type AuditLogProps = { people: { id: string; name: string }[]; wanted: ExportEventsInput };

/** Who did what when, newest first; what is looked for stands in the address. */
export function AuditLog({ people, wanted }: AuditLogProps) {
  const t = useTranslations("audit");
  const router = useRouter();
  const { data, isError, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(auditQuery(wanted));
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const narrow = (next: ExportEventsInput) => {
    const params = auditParams(next).toString();
    router.replace(params ? `${paths.audit}?${params}` : paths.audit);
  };
  return (
    <SettingsPane
      title={t("title")}
      actions={
        <a href={auditExportPath(auditParams(wanted))} download className={buttonClass({})}>
          <Download aria-hidden className="size-[15px]" />
          {t("export")}
        </a>
      }
    >
      <AuditFilter people={people} wanted={wanted} onNarrow={narrow} />
      {isError ? (
        <EmptyState
          tone="bad"
          title={t("failed")}
          actions={<Button onClick={() => void refetch()}>{t("retry")}</Button>}
        >
          {t("failedText")}
        </EmptyState>
      ) : !data ? (
        <SettingsLoading />
      ) : entries.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <>
          <AuditEntries entries={entries} />
          {hasNextPage ? (
            <div className="flex justify-center p-4">
              <Button pending={isFetching} onClick={() => void fetchNextPage()}>
                {t("older")}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </SettingsPane>
  );
}
