"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { removeClient } from "@/lib/actions/clients";
import { ConfirmButton } from "../confirm-button";
import { tableClass } from "../table-class";
import { ClientForm } from "./client-form";
import { SettingsSection } from "./settings-section";

export type ClientItem = { id: string; name: string; campaignCount: number };

/** For whom campaigns are run: who is new, renamed, or gone. */
export function Clients({ clients }: { clients: ClientItem[] }) {
  const t = useTranslations("access");
  const router = useRouter();
  const [asked, setAsked] = useState<ClientItem | "new" | null>(null);
  return (
    <SettingsSection
      title={t("clientsTitle")}
      text={t("clientsText")}
      action={
        <Button icon={<Plus />} onClick={() => setAsked("new")}>
          {t("addClient")}
        </Button>
      }
    >
      {clients.length === 0 ? (
        <p className="px-4 pb-6 text-13 text-text-3 lg:px-5">{t("noClients")}</p>
      ) : (
        <table className={tableClass.table}>
          <thead className={tableClass.head}>
            <tr>
              <th scope="col">{t("clientColumn")}</th>
              <th scope="col">
                <span className="sr-only">{t("actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {clients.map((client) => (
              <Row
                key={client.id}
                client={client}
                onRename={() => setAsked(client)}
                onRemoved={() => router.refresh()}
              />
            ))}
          </tbody>
        </table>
      )}
      {asked === null ? null : (
        <ClientForm
          client={asked === "new" ? null : asked}
          onClose={() => setAsked(null)}
          onSaved={() => {
            setAsked(null);
            router.refresh();
          }}
        />
      )}
    </SettingsSection>
  );
}

function Row({ client, onRename, onRemoved }: { client: ClientItem; onRename: () => void; onRemoved: () => void }) {
  const t = useTranslations("access");
  const { id: clientId, name, campaignCount } = client;
  return (
    <tr className={tableClass.row}>
      <td className="w-full max-w-0">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-12 text-text-3 tabular-nums">{t("campaigns", { count: campaignCount })}</p>
      </td>
      <td className="w-px whitespace-nowrap">
        <div className="flex items-center justify-end">
          <Button variant="quiet" onClick={onRename} aria-label={t("renameLabel", { name })}>
            {t("rename")}
          </Button>
          <ConfirmButton
            label={t("removeClient")}
            title={t("removeClientTitle", { name })}
            text={t("removeClientText")}
            confirm={t("removeClientConfirm", { name })}
            keep={t("removeClientKeep")}
            act={() => removeClient({ clientId })}
            onDone={onRemoved}
          />
        </div>
      </td>
    </tr>
  );
}
