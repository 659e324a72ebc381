"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { sourceQuery } from "@/lib/queries/messages";
import { sourcePath } from "@/lib/url/mail-paths";

/** Files stand in a source as letters without end: so many signs are drawn. */
const SHOWN = 200_000;

/** A message as it travelled: headers, parts and all. */
export function MessageSource({ messageId }: { messageId: string }) {
  const t = useTranslations("thread.message");
  const { data, error, refetch } = useQuery(sourceQuery(messageId));
  if (error && data === undefined)
    return (
      <p className="flex items-center gap-2 text-12 text-bad">
        {t("view.sourceFailed")}
        <Button size="sm" onClick={() => void refetch()}>
          {t("again")}
        </Button>
      </p>
    );
  return (
    <>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached with the keyboard too
        tabIndex={0}
        aria-label={t("view.source")}
        className="max-h-[60vh] min-h-24 overflow-auto rounded-2 bg-sunken p-3 font-mono text-12 whitespace-pre-wrap"
      >
        {data?.slice(0, SHOWN)}
      </pre>
      <p className="mt-1 flex flex-wrap gap-x-2 text-12 text-text-2">
        {data && data.length > SHOWN ? <span>{t("view.sourceCut")}</span> : null}
        <a href={sourcePath(messageId)} download className="font-medium text-accent-text hover:underline">
          {t("source")}
        </a>
      </p>
    </>
  );
}
