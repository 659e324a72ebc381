import { textOf } from "./use-action-form";

/** What the fields of a sending window hold, as actions take it. */
export function readWindow(form: FormData): { days: number[]; start: string; end: string } | null {
  if (textOf(form, "window") !== "within") return null;
  const days = form.getAll("windowDays").map(Number);
  return { days, start: textOf(form, "windowStart").trim(), end: textOf(form, "windowEnd").trim() };
}
