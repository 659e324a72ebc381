import { usePathname } from "next/navigation";
import { useCallback, useSyncExternalStore } from "react";
import { paths, threadPath } from "@/lib/url/paths";

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
    const path = id === null ? paths.inbox : threadPath(id);
    if (path === window.location.pathname) return;
    window.history[replace ? "replaceState" : "pushState"](null, "", path + window.location.search);
    listeners.forEach((listener) => listener());
  }, []);
  return { threadId: threadIdOf(shown), open };
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
