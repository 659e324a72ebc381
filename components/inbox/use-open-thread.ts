import { usePathname } from "next/navigation";
import { useCallback } from "react";
import { paths, threadPath } from "@/lib/url/paths";

/**
 * The open thread, as the address says it. Opening changes the address in the browser alone: list and thread are on this page
 * already, so that nothing has to be asked of the server but the thread. Back and forward work as for any page.
 */
export function useOpenThread() {
  const threadId = threadIdOf(usePathname());
  const open = useCallback((id: number | null, { replace = false }: { replace?: boolean } = {}) => {
    const path = id === null ? paths.inbox : threadPath(id);
    if (path === window.location.pathname) return;
    window.history[replace ? "replaceState" : "pushState"](null, "", path + window.location.search);
  }, []);
  return { threadId, open };
}

function threadIdOf(pathname: string): number | null {
  const match = /^\/inbox\/(\d{1,15})$/.exec(pathname);
  return match ? Number(match[1]) : null;
}
