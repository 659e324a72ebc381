"use client";

import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import type { TypedAttributes } from "@/components/ui/typed-box";
import type { Reading, TypedValueProps } from "@/components/ui/use-typed-value";
import { readTypedDay, writeDay, type DayBounds } from "@/lib/domain/typed-day";
import { useMonthFirst } from "./use-month-first";
import { useMonthWords } from "./use-month-words";

type DayFieldProps = TypedAttributes &
  DayBounds &
  Omit<TypedValueProps, "read" | "write" | "needed"> & {
    /** On the person's clock; without it as the browser's has it. */
    today?: string;
    isNeeded?: boolean;
    /** Reads what is no date, as "next Tue". */
    readWords?: (text: string) => string | null;
  };

/** A day (YYYY-MM-DD) in the person's language, whichever the browser speaks. */
export function DayField({ today: given, min, max, isNeeded = false, readWords, ...props }: DayFieldProps) {
  const t = useTranslations("common.day");
  const locale = useLocale();
  const words = useMonthWords();
  const isMonthFirst = useMonthFirst();
  const write = (day: string) => writeDay(day, locale);
  const today = () => given ?? browserDay();
  const read = (text: string): Reading => {
    const day = readTypedDay(text, { today: today(), isMonthFirst, min, max }) ?? readWords?.(text);
    if (!day) return { problem: t("unreadable", { example: write(today()) }) };
    if (min && day < min) return { problem: t("early", { day: write(min) }) };
    return max && day > max ? { problem: t("late", { day: write(max) }) } : { value: day };
  };
  return (
    <DateField
      placeholder={t("placeholder")}
      {...props}
      needed={isNeeded ? t("needed") : undefined}
      read={read}
      write={write}
      openLabel={t("open")}
      look={() => ({ locale, today: today(), min, max, words, todayLabel: t("today"), clearLabel: t("clear") })}
    />
  );
}

function browserDay(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
