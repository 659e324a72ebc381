"use client";

import { useTranslations } from "next-intl";
import { TimeField } from "@/components/ui/time-field";
import type { TypedAttributes } from "@/components/ui/typed-box";
import type { Reading, TypedValueProps } from "@/components/ui/use-typed-value";
import { readTypedTime } from "@/lib/domain/typed-time";

type ClockFieldProps = TypedAttributes & Omit<TypedValueProps, "read" | "write" | "needed">;

/** A time of day (HH:mm), on 24 hours as everywhere in the app. */
export function ClockField(props: ClockFieldProps) {
  const t = useTranslations("common.clock");
  const read = (text: string): Reading => {
    const time = readTypedTime(text);
    return time ? { value: time } : { problem: t("unreadable") };
  };
  return <TimeField {...props} needed={t("needed")} read={read} write={(time) => time} openLabel={t("open")} />;
}
