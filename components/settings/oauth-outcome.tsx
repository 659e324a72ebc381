"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";

const KINDS = ["declined", "refused", "unreachable", "expired", "unset"] as const;

/** Says how a way to a provider's sign-in ended that changed nothing; nothing without one. */
export function OauthOutcome({ kind }: { kind: string | undefined }) {
  const t = useTranslations("mailbox.signIn.outcome");
  const known = KINDS.find((one) => one === kind);
  if (!known) return null;
  return (
    <output className="block">
      <Banner tone="warn">{t(known)}</Banner>
    </output>
  );
}
