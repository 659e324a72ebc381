"use client";

import { useQueryClient } from "@tanstack/react-query";
import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { reconnectStream } from "@/lib/queries/live-changes";
import { followSessionEnd, isSessionOver } from "@/lib/queries/session-end";
import { useOfflineSince } from "./connection";
import { useViewer } from "./viewer";

/** Says above the list that the server is not heard, since when, and what becomes of what is typed. */
export function OfflineLine() {
  const t = useTranslations("shell.offline");
  const { words } = useViewer();
  const queries = useQueryClient();
  const since = useOfflineSince();
  // A server that refuses is heard.
  const isRefused = useSyncExternalStore(followSessionEnd, isSessionOver, () => false);
  const tryNow = () => {
    reconnectStream();
    void queries.refetchQueries({ queryKey: ["threads"], type: "active" });
  };
  return (
    <output className="block">
      {since && !isRefused ? (
        <Banner
          tone="warn"
          icon={<WifiOff aria-hidden />}
          className="px-3 py-1.5"
          actions={
            <Button size="sm" onClick={tryNow}>
              {t("tryNow")}
            </Button>
          }
        >
          <strong className="font-strong">{t("since", { time: words.clock(since.toISOString()) })}</strong> {t("kept")}
        </Banner>
      ) : null}
    </output>
  );
}
