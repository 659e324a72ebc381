"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { stopReading } from "@/lib/queries/stop-reading";
import { signInPath } from "@/lib/url/paths";

/** Leads to signing in, and from there back to where somebody was. It cannot be closed: nothing behind it still works. */
export function SessionOver() {
  const t = useTranslations("shell.ended");
  // It comes while somebody types: a space must not press the button.
  const start = useRef<HTMLSpanElement>(null);
  const leave = () => {
    stopReading();
    window.location.assign(signInPath(`${window.location.pathname}${window.location.search}`));
  };
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      isKeptByPress
      initialFocus={start}
      title={
        <span ref={start} tabIndex={-1} className="outline-none">
          {t("title")}
        </span>
      }
      description={t("text")}
      actions={
        <Button variant="primary" onClick={leave}>
          {t("signIn")}
        </Button>
      }
    />
  );
}
