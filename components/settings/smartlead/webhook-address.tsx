"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SmartleadHealth } from "@/lib/domain/smartlead-health";

/** Where Smartlead is told to report answers at once. Its secret is part of it. */
export function WebhookAddress({ account: { webhookUrl } }: { account: SmartleadHealth }) {
  const t = useTranslations("smartlead.webhook");
  const secret = useTranslations("settings.secret");
  const [copied, setCopied] = useState(false);
  if (!webhookUrl) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(webhookUrl);
    setCopied(true);
  };
  return (
    <div className="mx-4 max-w-2xl py-3 lg:mx-5">
      <Field label={t("label")} hint={t("hint")}>
        {(control) => (
          <div className="flex flex-wrap gap-2">
            <Input
              {...control}
              readOnly
              value={webhookUrl}
              onFocus={(event) => event.target.select()}
              className="flex-1 basis-64 font-mono text-12"
            />
            <Button size="lg" icon={copied ? <Check /> : <Copy />} onClick={() => void copy()}>
              {copied ? secret("copied") : secret("copy")}
            </Button>
          </div>
        )}
      </Field>
    </div>
  );
}
