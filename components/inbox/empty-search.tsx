import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { asksForBulk, inBulk } from "@/lib/domain/asks-for-bulk";
import { misreadingOf } from "@/lib/domain/search-misreading";
import type { ThreadPage } from "@/lib/domain/thread-view";
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
  const { count, shown } = countOn(page);
  const misreading = misreadingOf(q);
  const isNowhere = !isNarrow || (page !== undefined && count === 0);
  const aside = usePutAside(q, isNowhere && !misreading);
  const quoted = quote("quoted", { q: q.replace(/["“”„]/g, "").trim() });
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={isNarrow ? t("titleIn", { q: quoted, where: name }) : t("title", { q: quoted })}
      actions={
        <>
          {isNarrow && !isNowhere ? <Button onClick={searchEverywhere}>{t("everywhere")}</Button> : null}
          {aside.count > 0 ? (
            <Button
              onClick={() => {
                if (isNarrow) searchEverywhere();
                search(inBulk(q), { isTyped: false });
              }}
            >
              {t("aside.show")}
            </Button>
          ) : null}
          <Button variant="quiet" onClick={() => search("")}>
            {t("clear")}
          </Button>
        </>
      }
    >
      {misreading
        ? t(`misread.${misreading.kind}`, misreading)
        : isNowhere
          ? aside.isKnown
            ? aside.count > 0
              ? t("aside.count", { count: aside.count, shown: aside.shown })
              : t(isNarrow ? "nowhere" : "hint")
            : null
          : page
            ? t(isCampaign ? "campaigns" : "elsewhere", { count, shown })
            : null}
    </EmptyState>
  );
}

/** What else there is in mail that was put aside, which a search passes over unless it asks for it. */
function usePutAside(q: string, isAsked: boolean) {
  const isWanted = isAsked && !asksForBulk(q);
  const { data, isPlaceholderData, isError } = useInfiniteQuery({
    ...threadsQuery({ view: "inbox", q: inBulk(q) }),
    enabled: isWanted,
  });
  const page = isWanted && !isPlaceholderData ? data?.pages[0] : undefined;
  return { isKnown: !isWanted || isError || page !== undefined, ...countOn(page) };
}

function countOn(page: ThreadPage | undefined): { count: number; shown: string } {
  const count = page?.rows.length ?? 0;
  return { count, shown: page?.nextCursor ? `${count}+` : String(count) };
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
