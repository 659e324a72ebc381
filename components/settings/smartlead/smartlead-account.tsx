"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { disconnectSmartlead, pollSmartleadNow } from "@/lib/actions/smartlead";
import type { SmartleadHealth } from "@/lib/domain/smartlead-health";
import { ConfirmButton } from "../confirm-button";
import { useRowAction } from "../use-row-action";
import { AccountFigures } from "./account-figures";
import { AccountState } from "./account-state";
import { BrokenRows } from "./broken-rows";
import { CampaignChoice } from "./campaign-choice";
import { ReplaceKey } from "./replace-key";
import { SendingSettings } from "./sending-settings";
import { SyncProgress } from "./sync-progress";
import { useSmartleadAgain } from "./use-smartlead-again";
import { WebhookAddress } from "./webhook-address";

/** One account: how it stands, what it opens, what is read of it, how replies leave through it. */
export function SmartleadAccount({ account }: { account: SmartleadHealth }) {
  const t = useTranslations("smartlead.account");
  const isGone = account.state === "disconnected";
  return (
    <section aria-label={t("label", { hint: account.keyHint })} className="border-b border-line pb-6">
      <header className="flex flex-wrap items-start gap-3 px-4 pt-5 pb-3 lg:px-5">
        <div className="min-w-0 flex-1 basis-64">
          <AccountState account={account} />
        </div>
        {isGone ? null : <WaysOut account={account} />}
      </header>
      <AccountFigures account={account} />
      {isGone || account.stateReason === "auth" ? <ReplaceKey /> : null}
      {isGone ? null : (
        <>
          <SyncProgress account={account} />
          <CampaignChoice key={account.campaigns.map(({ id }) => id).join()} account={account} />
          <SendingSettings account={account} />
          <WebhookAddress account={account} />
        </>
      )}
      <BrokenRows account={account} />
    </section>
  );
}

function WaysOut({ account: { id, leads, waitingReplies, handedOver } }: { account: SmartleadHealth }) {
  const t = useTranslations("smartlead.account");
  const readAgain = useSmartleadAgain();
  const { pending, run } = useRowAction();
  const look = () => run(() => pollSmartleadNow({ connectionId: id }), readAgain);
  return (
    <div className="flex gap-2">
      <Button icon={<RefreshCw />} pending={pending} onClick={look}>
        {t("look")}
      </Button>
      <ConfirmButton
        label={t("disconnect")}
        title={t("disconnectTitle")}
        text={t("disconnectText", { threads: leads, replies: waitingReplies, handedOver })}
        confirm={t("disconnectConfirm")}
        keep={t("disconnectKeep")}
        act={() => disconnectSmartlead({ connectionId: id })}
        onDone={() => void readAgain()}
      />
    </div>
  );
}
