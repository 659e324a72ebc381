import { addDays } from "@/lib/domain/wall-time";

export const DATE_PRESETS = ["today", "week", "month"] as const;
export type DatePreset = (typeof DATE_PRESETS)[number];
export type DayRange = { from: string | null; to: string | null };

/** The days of a preset, seen from `today` (YYYY-MM-DD): today itself, the last seven days, the last thirty. */
export const rangeOf = (preset: DatePreset, today: string): DayRange => ({
  from: addDays(today, { today: 0, week: -6, month: -29 }[preset]),
  to: preset === "today" ? today : null,
});

/** The preset that a range is, if it is one. */
export const presetOf = (range: DayRange, today: string): DatePreset | null =>
  DATE_PRESETS.find((preset) => {
    const { from, to } = rangeOf(preset, today);
    return from === range.from && to === range.to;
  }) ?? null;
