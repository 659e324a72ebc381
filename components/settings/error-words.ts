"use client";

import { useTranslations } from "next-intl";
import type { ActionError } from "@/lib/actions/action";

type Problem = { reason: string; values?: Record<string, string | number> };

/** Sentences for the closed words that verbs refuse with. A word without a sentence falls back to its code's. */
export function useErrorWords() {
  const t = useTranslations("errors");
  const sentence = (key: string, values: Record<string, string | number> = {}) => t(key as "code.invalid", values);
  const ofField = ({ reason, values }: Problem): string =>
    sentence(t.has(`field.${reason}` as "code.invalid") ? `field.${reason}` : "field.invalid", values);
  const ofError = ({ code, reason, retryAfterSeconds }: ActionError): string =>
    reason && t.has(`reason.${reason}` as "code.invalid")
      ? sentence(`reason.${reason}`)
      : sentence(`code.${code}`, { seconds: retryAfterSeconds ?? 0 });
  return { ofField, ofError };
}
