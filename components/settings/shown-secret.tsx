"use client";

import { Check, Copy, KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A secret that is seen this once, and has the focus. It lives in this component's parent only and is gone with "I have it". */
export function ShownSecret({
  title,
  label,
  secret,
  onTaken,
}: {
  title: string;
  label: string;
  secret: string;
  onTaken: () => void;
}) {
  const t = useTranslations("settings.secret");
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div aria-live="polite" className="border-b border-good-line bg-good-soft px-4 py-3 lg:px-5">
      <p className="flex items-center gap-2 font-medium">
        <KeyRound aria-hidden className="size-[15px] shrink-0 stroke-[1.75] text-good" />
        {title}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Input
          ref={field}
          readOnly
          aria-label={label}
          value={secret}
          onFocus={(event) => event.target.select()}
          className="max-w-md flex-1 basis-60 bg-surface font-mono read-only:bg-surface"
        />
        <Button size="lg" icon={copied ? <Check /> : <Copy />} onClick={() => void copy()}>
          {copied ? t("copied") : t("copy")}
        </Button>
        <Button size="lg" variant="quiet" onClick={onTaken}>
          {t("taken")}
        </Button>
      </div>
    </div>
  );
}
