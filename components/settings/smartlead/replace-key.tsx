"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConnectKey } from "./connect-key";

/** A refused or forgotten key is replaced by pasting another of the same account: nothing is doubled. */
export function ReplaceKey() {
  const t = useTranslations("smartlead.account");
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <ConnectKey isFirst={false} onDone={() => setOpen(false)} />;
  return (
    <div className="px-4 py-3 lg:px-5">
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("reconnect")}
      </Button>
    </div>
  );
}
