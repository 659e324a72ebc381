"use client";

import { Progress } from "@base-ui/react/progress";
import { useTranslations } from "next-intl";
import type { SmartleadHealth } from "@/lib/domain/smartlead-health";

/** How far the first sync is, newest answers first; nothing once it is through. */
export function SyncProgress({ account }: { account: SmartleadHealth }) {
  const t = useTranslations("smartlead.sync");
  const { firstSync, repliesFound: found, campaigns } = account;
  if (firstSync.finishedAt !== null || !campaigns.some(({ isChosen }) => isChosen)) return null;
  const read = Math.min(firstSync.read, found ?? firstSync.read);
  return (
    <Progress.Root
      value={found === null ? null : read}
      max={Math.max(1, found ?? 1)}
      className="mx-4 flex flex-col gap-1.5 py-3 lg:mx-5"
    >
      <div className="flex justify-between gap-4 text-12 text-text-2">
        <Progress.Label>{t("title")}</Progress.Label>
        <span className="tabular-nums">{found === null ? t("counting") : t("of", { read, found })}</span>
      </div>
      <Progress.Track className="h-1.5 overflow-hidden rounded-full bg-line">
        <Progress.Indicator className="block h-full rounded-full bg-accent transition-[width] duration-2 data-indeterminate:w-1/4" />
      </Progress.Track>
      <p className="text-12 text-text-3">{t("text")}</p>
    </Progress.Root>
  );
}
