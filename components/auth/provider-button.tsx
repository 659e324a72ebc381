"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { tellZone } from "./tell-zone";

/** Leads to the OpenID provider, which leads back to `callbackUrl`. */
export function ProviderButton({ name, callbackUrl }: { name: string; callbackUrl: string }) {
  const t = useTranslations("auth");
  const [state, setState] = useState<"still" | "pending" | "failed">("still");
  const isAwake = useHydrated();
  const lead = async () => {
    setState("pending");
    tellZone();
    const url = await providerAddress(callbackUrl).catch(() => null);
    if (url) window.location.assign(url);
    else setState("failed");
  };
  return (
    <div className="mt-5 flex flex-col gap-4">
      <p className="flex items-center gap-3 text-12 text-text-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      <Button
        size="lg"
        pending={state === "pending"}
        disabled={!isAwake}
        onClick={() => void lead()}
        className="w-full"
      >
        {t("provider", { name })}
      </Button>
      {state === "failed" ? (
        <p role="alert" className="text-12 text-bad">
          {t("errors.unavailable")}
        </p>
      ) : null}
    </div>
  );
}

/**
 * Asked for with `json` and followed by hand: a form that is sent here and redirected there is held back by this page's
 * Content-Security-Policy.
 */
async function providerAddress(callbackUrl: string): Promise<string | null> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
  const response = await fetch("/api/auth/signin/oidc", { method: "POST", body });
  // Too many tries lead to this page as well, which says so.
  if (!response.ok && response.status !== 429) return null;
  return ((await response.json()) as { url?: string }).url ?? null;
}
