import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { misreadingOf } from "@/lib/domain/search-misreading";
import { filtersQuery, threadsQuery } from "@/lib/queries/threads";
import { useListAddress } from "./use-list-address";

/** A search that found nothing says where it looked, whether there is anything elsewhere, and how to get there. */
export function EmptySearch({ q }: { q: string }) {
  const t = useTranslations("search.empty");
  const quote = useTranslations("search");
  const { search, searchEverywhere } = useListAddress();
  const { name, isCampaign } = usePlace();
  const isNarrow = name !== null;
  const elsewhere = useInfiniteQuery({ ...threadsQuery({ view: "inbox", q }), enabled: isNarrow });
  const page = isNarrow && !elsewhere.isPlaceholderData ? elsewhere.data?.pages[0] : undefined;
  const count = page?.rows.length ?? 0;
  const shown = page?.nextCursor ? `${count}+` : String(count);
  const misreading = misreadingOf(q);
  const quoted = /["“”„]/.test(q) ? q : quote("quoted", { q });
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={isNarrow ? t("titleIn", { q: quoted, where: name }) : t("title", { q: quoted })}
      actions={
        <>
          {isNarrow && !(page && count === 0) ? <Button onClick={searchEverywhere}>{t("everywhere")}</Button> : null}
          <Button variant="quiet" onClick={() => search("")}>
            {t("clear")}
          </Button>
        </>
      }
    >
      {misreading
        ? t(`misread.${misreading.kind}`, misreading)
        : !isNarrow
          ? t("hint")
          : !page
            ? null
            : count === 0
              ? t("nowhere")
              : t(isCampaign ? "campaigns" : "elsewhere", { count, shown })}
    </EmptyState>
  );
}

/** What the list is narrowed to, in a few words; null when a search looks everywhere. */
function usePlace(): { name: string | null; isCampaign: boolean } {
  const t = useTranslations("search.empty");
  const view = useTranslations("inbox.view");
  const { address, isFiltered } = useListAddress();
  const { data } = useQuery(filtersQuery());
  if (!isFiltered) return { name: address.view === "inbox" ? null : view(address.view), isCampaign: false };
  const names = [
    address.campaign ? data?.campaigns.find(({ number }) => number === address.campaign)?.name : null,
    address.category ? data?.categories.find(({ id }) => id === address.category)?.name : null,
    address.mailbox ? data?.mailboxes.find((mailbox) => mailbox.id === address.mailbox)?.address : null,
    address.person || address.from || address.to ? undefined : null,
  ].filter((name) => name !== null);
  const isOne = names.length === 1 && address.view === "inbox" && names[0] !== undefined;
  return { name: isOne ? names[0]! : t("filters"), isCampaign: isOne && address.campaign !== null };
}
