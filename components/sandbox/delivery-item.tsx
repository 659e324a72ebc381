"use client";

import { ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { Delivery } from "@/lib/services/sandbox/schemas";

const WHEN = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;

/** One delivery: when, to whom (blind copies as well) and, unfolded, the message byte for byte. */
export function DeliveryItem({ delivery, isOpen }: { delivery: Delivery; isOpen: boolean }) {
  const t = useTranslations("sandbox.deliveries");
  const format = useFormatter();
  const { messageId, recipients, raw, at } = delivery;
  return (
    <li className="border-b border-line">
      <details open={isOpen} className="group">
        <summary className="flex cursor-default list-none items-start gap-2 px-4 py-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="mt-0.5 size-[15px] shrink-0 stroke-[1.75] text-text-3 group-open:rotate-90"
          />
          <span className="min-w-0 flex-1">
            <span className="block text-13 font-medium break-words">{recipients.join(", ")}</span>
            <span className="block font-mono text-12 break-all text-text-2">{`<${messageId}>`}</span>
          </span>
          <time dateTime={at} className="shrink-0 text-11 text-text-3 tabular-nums">
            {format.dateTime(new Date(at), WHEN)}
          </time>
        </summary>
        <section
          aria-label={t("raw")}
          // What scrolls sideways must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="mx-4 mb-3 max-h-[32rem] overflow-auto rounded-2 border border-line bg-chrome p-3"
        >
          <pre dir="ltr" className="font-mono text-12 whitespace-pre text-text">
            {raw}
          </pre>
        </section>
      </details>
    </li>
  );
}
