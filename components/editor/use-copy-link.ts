import { useTranslations } from "next-intl";
import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";

/** Copies the address of a link, and says whether it could. */
export function useCopyLink(): (address: string) => void {
  const t = useTranslations("composer.tools");
  return (address) =>
    void copyText(address).then((isCopied) =>
      isCopied ? toast(t("linkCopied"), { tone: "good" }) : toast(t("linkNotCopied"), { tone: "bad" }),
    );
}
