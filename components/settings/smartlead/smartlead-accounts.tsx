"use client";

import { useQuery } from "@tanstack/react-query";
import { CloudOff, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NotInSandbox } from "@/components/sandbox/not-in-sandbox";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { smartleadQuery } from "@/lib/queries/smartlead";
import { SettingsLoading } from "../settings-loading";
import { SettingsPane } from "../settings-pane";
import { ConnectKey } from "./connect-key";
import { SmartleadAccount } from "./smartlead-account";
import { TeamNumbers } from "./team-numbers";

/** The workspace's accounts at Smartlead, and a field for the key of another one. */
export function SmartleadAccounts({ mayConnect }: { mayConnect: boolean }) {
  const t = useTranslations("smartlead");
  const common = useTranslations("common");
  const { data, isError, refetch } = useQuery(smartleadQuery());
  const [isAdding, setAdding] = useState(false);
  if (!data && !isError) return <SettingsLoading />;
  const isFirst = data?.length === 0;
  const showsForm = mayConnect && (isFirst || isAdding);
  return (
    <SettingsPane
      title={t("title")}
      actions={
        mayConnect && data && !showsForm ? (
          <Button icon={<Plus />} onClick={() => setAdding(true)}>
            {t("another")}
          </Button>
        ) : null
      }
    >
      {showsForm ? <ConnectKey isFirst={isFirst} onDone={() => setAdding(false)} /> : null}
      {data?.map((account) => (
        <SmartleadAccount key={account.id} account={account} />
      ))}
      {data?.some(({ state }) => state !== "disconnected") ? <TeamNumbers /> : null}
      {isFirst && !mayConnect ? <NotInSandbox>{t("sandbox")}</NotInSandbox> : null}
      {data ? null : (
        <EmptyState
          icon={<CloudOff aria-hidden />}
          tone="bad"
          title={t("failed")}
          actions={<Button onClick={() => void refetch()}>{common("loadAgain")}</Button>}
        >
          {t("failedText")}
        </EmptyState>
      )}
    </SettingsPane>
  );
}
