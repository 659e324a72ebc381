"use client";

import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useRef, type ReactNode } from "react";
import { threadsQuery } from "@/lib/queries/threads";
import { listFiltersOf, loadListAddress } from "@/lib/url/list-address";
import { isInboxPath } from "@/lib/url/paths";

/** A pointer that only passes by asks for nothing. */
const DWELL_MS = 60;

type ListLinkProps = {
  href: string;
  isActive: boolean;
  className?: string;
  title?: string;
  "aria-label"?: string;
  onVisit?: () => void;
  children: ReactNode;
};

/**
 * A link to a list. Where the list is on the page already only the address changes, so that nothing but its rows has to be
 * asked of the server, and those are asked for before the press. New tabs, back and forward work as for any link.
 */
export function ListLink({ href, isActive, onVisit, children, ...looks }: ListLinkProps) {
  const queries = useQueryClient();
  const isList = isInboxPath(href.split("?")[0]!);
  const isHere = isInboxPath(usePathname()) && isList;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readAhead = () => {
    if (!isHere) return;
    const filters = listFiltersOf(loadListAddress(new URLSearchParams(href.split("?")[1])));
    void queries.prefetchInfiniteQuery(threadsQuery(filters));
  };
  const visit = (event: { preventDefault: () => void }) => {
    onVisit?.();
    if (!isHere) return;
    event.preventDefault();
    if (window.location.pathname + window.location.search !== href) window.history.pushState(null, "", href);
  };
  return (
    <Link
      href={href}
      prefetch={false}
      onNavigate={visit}
      onPointerEnter={() => {
        timer.current = setTimeout(readAhead, DWELL_MS);
      }}
      onPointerLeave={() => clearTimeout(timer.current)}
      onFocus={readAhead}
      aria-current={isActive ? "page" : undefined}
      {...looks}
    >
      {children}
    </Link>
  );
}
