"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Toggle } from "@/components/ui/toggle";
import { useHydrated } from "@/components/ui/use-hydrated";

type Permission = NotificationPermission | "unknown" | "unsupported";

/** Desktop notifications: the wish is the person's, the permission the browser's, which is asked only after a press here. */
export function NotifyPreference({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const t = useTranslations("settings.preferences.notify");
  const [asked, setAsked] = useState<NotificationPermission | null>(null);
  const isHydrated = useHydrated();
  const permission: Permission = asked ?? (isHydrated ? permissionNow() : "unknown");
  const ask = async () => setAsked(await Notification.requestPermission());
  const change = (next: boolean) => {
    onChange(next);
    if (next && permission === "default") void ask();
  };
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        <span aria-hidden className="text-12 font-medium text-text">
          {t("label")}
        </span>
        <Toggle label={t("label")} checked={isOn} onChange={change} disabled={permission === "unsupported"} />
      </div>
      <p className="text-12 text-text-3">{t("hint")}</p>
      {isOn && permission === "default" ? (
        <Button className="mt-1 self-start" onClick={() => void ask()}>
          {t("allow")}
        </Button>
      ) : null}
      {permission === "unsupported" ? <p className="text-12 text-warn">{t("unsupported")}</p> : null}
      {isOn && permission === "denied" ? <p className="text-12 text-warn">{t("denied")}</p> : null}
    </div>
  );
}

const permissionNow = (): Permission => ("Notification" in window ? Notification.permission : "unsupported");
