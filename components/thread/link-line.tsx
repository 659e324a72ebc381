"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { onPointedLink, pointedLink } from "./pointed-link";

const nothing = () => null;

/** Where the link that is pointed at really leads, whole, whatever its words say. */
export function LinkLine() {
  const t = useTranslations("thread.message");
  const address = useSyncExternalStore(onPointedLink, pointedLink, nothing);
  if (address === null) return null;
  return (
    <output
      data-link-line
      className="pointer-events-none absolute inset-x-2 bottom-2 z-sticky w-fit max-w-[calc(100%-16px)] rounded-2 border border-line-2 bg-raised px-2 py-1 text-12 [overflow-wrap:anywhere] text-text-2 shadow-2"
    >
      <bdi dir="ltr">{t("leadsTo", { target: address })}</bdi>
    </output>
  );
}
