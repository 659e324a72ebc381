import { PackageCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import type { DeliveryPage } from "@/lib/services/sandbox/schemas";
import { paths } from "@/lib/url/paths";
import { DeliveryItem } from "./delivery-item";

type DeliveriesProps = DeliveryPage & { messageId: string | null; isFirstPage: boolean };

/** What the sandbox was handed instead of a mail server, newest first. */
export function Deliveries({ deliveries, next, messageId, isFirstPage }: DeliveriesProps) {
  const t = useTranslations("sandbox.deliveries");
  const isWhole = isFirstPage && messageId === null;
  return (
    <section className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface" aria-labelledby="deliveries-title">
      <header className="flex h-bar shrink-0 items-center gap-2 border-b border-line px-4">
        <h1 id="deliveries-title" className="truncate text-16 font-strong tracking-tight">
          {t("title")}
        </h1>
        {isWhole ? null : (
          <Link href={paths.deliveries} className="ml-auto text-13 text-accent-text hover:underline">
            {t("newest")}
          </Link>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {deliveries.length === 0 ? (
          <EmptyState icon={<PackageCheck aria-hidden />} title={t("empty")}>
            {t(messageId === null ? "emptyText" : "emptyFor")}
          </EmptyState>
        ) : (
          <ol>
            {deliveries.map((delivery) => (
              <DeliveryItem key={delivery.id} delivery={delivery} isOpen={messageId !== null} />
            ))}
          </ol>
        )}
        {next ? (
          <p className="px-4 py-3">
            <Link href={olderPath(next, messageId)} className="text-13 text-accent-text hover:underline">
              {t("older")}
            </Link>
          </p>
        ) : null}
      </div>
    </section>
  );
}

function olderPath(before: string, messageId: string | null): string {
  return `${paths.deliveries}?${new URLSearchParams({ before, ...(messageId === null ? {} : { message_id: messageId }) })}`;
}
