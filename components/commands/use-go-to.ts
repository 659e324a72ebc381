import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { leavePage } from "@/components/shell/held-page";
import { isInboxPath } from "@/lib/url/paths";

/** Goes to an address of the app. From list to list only the address changes, as for the links of the navigation. */
export function useGoTo(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => {
      const isFromListToList = isInboxPath(window.location.pathname) && isInboxPath(href.split("?")[0]!);
      if (!isFromListToList) leavePage(() => router.push(href));
      else if (window.location.pathname + window.location.search !== href) window.history.pushState(null, "", href);
    },
    [router],
  );
}
