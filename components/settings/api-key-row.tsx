"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { revokeApiKey } from "@/lib/actions/api-keys";
import type { ApiKeyView } from "@/lib/services/api-keys/schemas";
import { SCOPE_WORDS } from "./api-scope-words";
import { ConfirmButton } from "./confirm-button";
import { tableClass } from "./table-class";
import { TimeAgo } from "./time-ago";

/** One key: its name, what it is for, whose it is, when it was last used, and its end. */
export function ApiKeyRow({
  apiKey,
  showsOwner,
  onChanged,
}: {
  apiKey: ApiKeyView;
  showsOwner: boolean;
  onChanged: () => void;
}) {
  const t = useTranslations("settings.apiKeys");
  const format = useFormatter();
  const revoked = apiKey.revokedAt !== null;
  return (
    <tr className={tableClass.row}>
      <td className="w-1/2 max-w-0">
        <p className={cn("truncate", revoked ? "text-text-3 line-through" : "font-medium")}>
          {apiKey.name} <span className="font-mono text-12 font-regular text-text-3">…{apiKey.hint}</span>
        </p>
        <p className="text-12 text-text-3">
          {apiKey.scopes ? format.list(apiKey.scopes.map((scope) => t(`scope.${SCOPE_WORDS[scope]}`))) : t("allScopes")}
        </p>
        <p className="truncate text-12 text-text-3 md:hidden">
          {showsOwner ? `${apiKey.owner.name}, ` : ""}
          <TimeAgo at={apiKey.lastUsedAt} />
        </p>
      </td>
      {showsOwner ? <td className={cn("text-text-2", tableClass.wideOnly)}>{apiKey.owner.name}</td> : null}
      <td className={cn("text-text-2", tableClass.wideOnly)}>
        <TimeAgo at={apiKey.lastUsedAt} />
      </td>
      <td className="w-px text-right whitespace-nowrap">
        {revoked ? (
          <span className="px-2.5 text-text-3">{t("revoked")}</span>
        ) : (
          <ConfirmButton
            label={t("revoke")}
            title={t("revokeTitle", { name: apiKey.name })}
            text={t("revokeText")}
            confirm={t("revokeConfirm", { name: apiKey.name })}
            keep={t("revokeKeep")}
            act={() => revokeApiKey({ apiKeyId: apiKey.id })}
            onDone={onChanged}
          />
        )}
      </td>
    </tr>
  );
}
