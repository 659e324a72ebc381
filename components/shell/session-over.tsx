"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { stopReading } from "@/lib/queries/stop-reading";
import { signInPath } from "@/lib/url/paths";

/** Leads to signing in, and from there back to where somebody was. It cannot be closed: nothing behind it still works. */
export function SessionOver() {
  const t = useTranslations("shell.ended");
  const leave = () => {
    stopReading();
    window.location.assign(signInPath(`${window.location.pathname}${window.location.search}`));
  };
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      isKeptByPress
      title={t("title")}
      description={t("text")}
      actions={
        <Button variant="primary" onClick={leave}>
          {t("signIn")}
        </Button>
      }
    />
  );
}
