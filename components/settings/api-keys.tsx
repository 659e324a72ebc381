"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import type { ApiKeyView } from "@/lib/services/api-keys/schemas";
import { paths } from "@/lib/url/paths";
import { ApiKeyRow } from "./api-key-row";
import { NewApiKey } from "./new-api-key";
import { SettingsPane } from "./settings-pane";
import { ShownSecret } from "./shown-secret";
import { tableClass } from "./table-class";

/** The person's keys (an admin's view: everybody's), and a new one with its secret shown once. */
export function ApiKeys({ keys, showsOwner }: { keys: ApiKeyView[]; showsOwner: boolean }) {
  const t = useTranslations("settings.apiKeys");
  const router = useRouter();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const active = keys.filter((key) => !key.revokedAt).length;
  const add = (
    <Button icon={<Plus />} onClick={() => setAdding(true)}>
      {t("new")}
    </Button>
  );
  return (
    <SettingsPane
      title={t("title")}
      note={active}
      actions={
        <>
          <Link href={paths.apiDocs} className={buttonClass({ variant: "quiet" })}>
            {t("docs")}
          </Link>
          {keys.length > 0 ? add : null}
        </>
      }
    >
      {made ? (
        <ShownSecret
          title={t("shownOnce", { name: made.name })}
          label={t("secret", { name: made.name })}
          secret={made.secret}
          onTaken={() => setMade(null)}
        />
      ) : null}
      {keys.length === 0 ? (
        <EmptyState title={t("emptyTitle")} actions={add}>
          {t("empty")}
        </EmptyState>
      ) : (
        <table className={tableClass.table}>
          <thead className={tableClass.head}>
            <tr>
              <th scope="col">{t("name")}</th>
              {showsOwner ? (
                <th scope="col" className={tableClass.wideOnly}>
                  {t("owner")}
                </th>
              ) : null}
              <th scope="col" className={tableClass.wideOnly}>
                {t("lastUsed")}
              </th>
              <th scope="col">
                <span className="sr-only">{t("actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <ApiKeyRow key={key.id} apiKey={key} showsOwner={showsOwner} onChanged={() => router.refresh()} />
            ))}
          </tbody>
        </table>
      )}
      <NewApiKey
        open={adding}
        onOpenChange={setAdding}
        onMade={(key) => {
          setMade(key);
          setAdding(false);
          router.refresh();
        }}
      />
    </SettingsPane>
  );
}
