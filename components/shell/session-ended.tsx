"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { followSessionEnd } from "@/lib/queries/session-end";
import { stopReading } from "@/lib/queries/stop-reading";
import { signInPath } from "@/lib/url/paths";

/** Says that the session is over while somebody works, before the page is left: what they write is kept in the browser. */
export function SessionEnded() {
  const t = useTranslations("shell.ended");
  const [isOver, setIsOver] = useState(false);
  useEffect(() => followSessionEnd(() => setIsOver(true)), []);
  const leave = () => {
    stopReading();
    window.location.assign(signInPath(`${window.location.pathname}${window.location.search}`));
  };
  return (
    <Dialog
      open={isOver}
      // There is nothing behind it that still works.
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
