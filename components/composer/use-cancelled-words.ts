import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";

type Cancelled = { draftOf: { name: string; isMine: boolean } | null };

/** Says of a reply that was cancelled where its text is now; where that is still in the thread, its card says it. */
export function useCancelledWords(): (cancelled: Cancelled) => void {
  const t = useTranslations("composer.toast");
  return ({ draftOf }) => {
    if (draftOf) toast(draftOf.isMine ? t("cancelled") : t("cancelledOf", { name: draftOf.name }));
  };
}
