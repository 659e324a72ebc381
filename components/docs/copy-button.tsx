"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";

const SAID_FOR_MS = 2_000;

/** Copies a text and says so for a moment. */
export function CopyButton({ text, label, className }: { text: string; label: string; className?: string }) {
  const t = useTranslations("docs");
  // A press before the page is awake would be lost.
  const isAwake = useHydrated();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast(t("copyFailed"), { tone: "bad" });
    }
  };
  return (
    <span className={className}>
      <Button
        size="sm"
        disabled={!isAwake}
        aria-label={label}
        icon={isCopied ? <Check /> : <Copy />}
        onClick={() => void copy()}
      >
        <span className="max-sm:sr-only">{t(isCopied ? "copied" : "copy")}</span>
      </Button>
      <output className="sr-only">{isCopied ? t("copied") : ""}</output>
    </span>
  );
}
