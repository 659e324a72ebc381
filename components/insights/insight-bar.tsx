import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayField } from "@/components/fields/day-field";
import { buttonClass } from "@/components/ui/button-class";
import { Select } from "@/components/ui/select";
import { daysBetween } from "@/lib/domain/insights/insight-span";
import { addDays } from "@/lib/domain/wall-time";
import { insightCsvPath } from "@/lib/url/insight-paths";
import { useInsights } from "./insight-context";
import { InsightFilterFields } from "./insight-filter-fields";

const PRESETS = ["7", "28", "90", "month"] as const;
type Preset = (typeof PRESETS)[number];

/** Which days are looked at, whose threads, and the figures as a file. */
export function InsightBar() {
  const t = useTranslations("insights");
  const { filters, isSpan } = useInsights();
  return (
    <div className="flex min-h-bar shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-1.5">
      <h1 className="text-15 font-strong tracking-tight">{t("title")}</h1>
      <SpanPicker />
      {isSpan ? (
        <span className="text-12 text-text-2 max-xl:hidden">
          {t("compared", { count: daysBetween(filters.from, filters.to) + 1 })}
        </span>
      ) : (
        <p role="alert" className="text-12 text-bad">
          {t("wrongSpan")}
        </p>
      )}
      <span className="flex-1" />
      <InsightFilterFields />
      {isSpan ? (
        <a href={insightCsvPath(filters)} download aria-label={t("csvLabel")} className={buttonClass({ size: "md" })}>
          <Download aria-hidden />
          {t("csv")}
        </a>
      ) : null}
    </div>
  );
}

function SpanPicker() {
  const t = useTranslations("insights");
  const { filters, today, narrow } = useInsights();
  const preset = PRESETS.find((each) => firstDayOf(each, today) === filters.from && filters.to === today);
  const [isOpen, setOpen] = useState(!preset);
  const choose = (value: string) => {
    const chosen = PRESETS.find((each) => each === value);
    setOpen(!chosen);
    if (chosen) narrow({ from: chosen === "28" ? null : firstDayOf(chosen, today), to: null });
  };
  const isCustom = isOpen || !preset;
  return (
    <>
      <Select
        aria-label={t("span")}
        value={isCustom ? "custom" : preset}
        onChange={(event) => choose(event.target.value)}
        className="w-36 max-sm:w-40"
      >
        {[...PRESETS, "custom" as const].map((each) => (
          <option key={each} value={each}>
            {t(`spans.${each}`)}
          </option>
        ))}
      </Select>
      {isCustom ? (
        <span className="flex items-center gap-1.5">
          <DayInput name="from" />
          <DayInput name="to" />
        </span>
      ) : null}
    </>
  );
}

function DayInput({ name }: { name: "from" | "to" }) {
  const t = useTranslations("insights");
  const { filters, today, narrow } = useInsights();
  return (
    <DayField
      isPatient
      isNeeded
      aria-label={t(name)}
      today={today}
      value={filters[name]}
      onChange={(day) => day && narrow({ from: filters.from, to: filters.to, [name]: day })}
      className="w-38"
    />
  );
}

const firstDayOf = (preset: Preset, today: string): string =>
  preset === "month" ? `${today.slice(0, 7)}-01` : addDays(today, 1 - Number(preset));
