"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";

const HOUR_MS = 3_600_000;

/** A past instant: how long ago within the hour, else when. `null` is never. */
export function TimeAgo({ at }: { at: string | null }) {
  const format = useFormatter();
  const t = useTranslations("common");
  const now = useNow({ updateInterval: 30_000 });
  if (!at) return t("never");
  const instant = new Date(at);
  const age = now.getTime() - instant.getTime();
  const text =
    age < 60_000
      ? t("now")
      : age < HOUR_MS
        ? format.relativeTime(instant, now)
        : format.dateTime(instant, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  return (
    <time dateTime={at} className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {text}
    </time>
  );
}
