"use client";

import { MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import type { ThreadView } from "@/lib/domain/thread-view";
import { countryName } from "@/components/ui/country-name";

/** Where the lead is, whose public holidays count, and how that is known. */
export function LeadCountry({
  country: { country, why, certainty, by },
}: {
  country: NonNullable<ThreadView["country"]>;
}) {
  const t = useTranslations("thread.lead.country");
  const sure = useTranslations("thread.lead.clock")(certainty);
  const locale = useLocale();
  const { viewer } = useViewer();
  const words =
    why === "person"
      ? by?.id === viewer.id
        ? t("you")
        : t("person", { name: by?.name ?? t("somebody") })
      : t(why, { sure });
  return (
    <div className="flex gap-1.5 text-13 text-text-2">
      <MapPin aria-hidden className="mt-0.5 size-3.5 shrink-0 stroke-[1.75]" />
      <div className="min-w-0">
        <p>{countryName(country, locale)}</p>
        <p data-country={why} className="text-12 text-text-3">
          {words}
        </p>
      </div>
    </div>
  );
}
