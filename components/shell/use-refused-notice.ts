import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { toast } from "@/components/ui/toast";
import { REFUSED } from "@/lib/url/paths";

/** Says to who was led here from a page that their role has not why they are not there, once. */
export function useRefusedNotice(): void {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const isRefused = useSearchParams().has(REFUSED);
  useEffect(() => {
    if (!isRefused) return;
    toast(t("refused"), { id: REFUSED });
    window.history.replaceState(null, "", pathname);
  }, [isRefused, pathname, t]);
}
