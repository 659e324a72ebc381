import { usePathname } from "next/navigation";
import { useCallback, useSyncExternalStore } from "react";
import { isInboxPath, paths, threadPath } from "@/lib/url/paths";
import { setAddressFirst } from "./late-address";

const listeners = new Set<() => void>();

/**
 * The open thread, as the address says it. Opening changes the address in the browser alone: list and thread are on this page
 * already, so that nothing has to be asked of the server but the thread. Back and forward work as for any page.
 */
export function useOpenThread() {
  const pathname = usePathname();
  // The router tells of a new address when it finds time; what was pressed is shown before.
  const shown = useSyncExternalStore(
    follow,
    () => window.location.pathname,
    () => pathname,
  );
  const open = useCallback((id: number | null, { replace = false }: { replace?: boolean } = {}) => {
    const isInbox = isInboxPath(window.location.pathname);
    const address = isInbox ? inboxAddress(id) : besideAddress(id);
    if (address === window.location.pathname + window.location.search) return;
    const how = replace ? "replaceState" : "pushState";
    if (isInbox) setAddressFirst(how, address);
    // Beside the calendar it is the router that says which thread is open.
    else window.history[how](null, "", address);
    listeners.forEach((listener) => listener());
  }, []);
  return { threadId: threadIdOf(shown), open };
}

/** Whether the list is on the screen with this thread open beside it, or with none. */
export const isShown = (id: number | null): boolean =>
  isInboxPath(window.location.pathname) && threadIdOf(window.location.pathname) === id;

/** The thread that the address says is open beside the list. */
export const shownThreadId = (): number | null => threadIdOf(window.location.pathname);

const inboxAddress = (id: number | null): string =>
  (id === null ? paths.inbox : threadPath(id)) + window.location.search;

/** Beside the calendar the thread is a part of its address. */
function besideAddress(id: number | null): string {
  const params = new URLSearchParams(window.location.search);
  if (id === null) params.delete("open");
  else params.set("open", String(id));
  return `${window.location.pathname}?${params}`;
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

function threadIdOf(pathname: string): number | null {
  const match = /^\/inbox\/(\d{1,15})$/.exec(pathname);
  return match ? Number(match[1]) : null;
}
