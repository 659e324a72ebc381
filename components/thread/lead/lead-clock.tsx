"use client";

import { Clock3 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import type { ThreadView } from "@/lib/domain/thread-view";
import { isOffsetZone, placeOf, wallTimeOf } from "@/lib/domain/wall-time";
import { hoursAhead } from "../hours-ahead";
import { countryName } from "@/components/ui/country-name";

/** What the lead's clock shows now, beside ours, and how that is known. */
export function LeadClock({ clock }: { clock: NonNullable<ThreadView["clock"]> }) {
  const t = useTranslations("thread.lead");
  const { now, viewer } = useViewer();
  const { zone } = clock;
  const ahead = hoursAhead(zone, viewer.timeZone, now);
  const place = isOffsetZone(zone) ? t("localTimeAt", { offset: zone }) : t("localTime", { place: placeOf(zone) });
  return (
    <div className="flex gap-1.5 text-13 text-text-2">
      <Clock3 aria-hidden className="mt-0.5 size-3.5 shrink-0 stroke-[1.75]" />
      <div className="min-w-0">
        <p>
          <span className="font-medium text-text tabular-nums">{wallTimeOf(now, zone).time}</span> {place},{" "}
          {ahead === 0 ? t("sameTime") : t(ahead > 0 ? "ahead" : "behind", { hours: Math.abs(ahead) })}
        </p>
        <p data-clock={clock.why} className="text-12 text-text-3">
          <Why clock={clock} />
        </p>
      </div>
    </div>
  );
}

function Why({ clock }: { clock: NonNullable<ThreadView["clock"]> }) {
  const t = useTranslations("thread.lead.clock");
  const locale = useLocale();
  const { viewer, words } = useViewer();
  const sure = t(clock.certainty);
  if (clock.why === "person")
    return clock.by?.id === viewer.id ? t("you") : t("person", { name: clock.by?.name ?? t("somebody") });
  if (clock.why === "record") return t("record");
  if (clock.why === "date") return t("date", { day: words.short(clock.sentAt!), sure });
  return t(clock.why, { country: countryName(clock.country!, locale), sure });
}
