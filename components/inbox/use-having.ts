import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { standingsOf } from "./triage-cache";

type Held = ReturnType<typeof standingsOf>[number];

/** Whether a value holds for all threads, and for how many of several it holds. */
export function useHaving(threadIds: number[], valueOf: (thread: Held) => string | null) {
  const t = useTranslations("inbox.menu");
  const queries = useQueryClient();
  // As they stood when the menu opened.
  const [values] = useState(() => standingsOf(queries, threadIds).map(valueOf));
  return (value: string | null): { isOn: boolean; hint?: string } => {
    const count = values.filter((each) => each === value).length;
    const isOn = count > 0 && count === threadIds.length;
    return { isOn, ...(count > 0 && threadIds.length > 1 ? { hint: t("have", { count }) } : {}) };
  };
}
