import { useFormatter, useTranslations } from "next-intl";
import type { Grant } from "@/lib/services/access/schemas";

/** "2 mailboxes and 1 campaign" for what is opened; empty for nothing. */
export function useGrantWords(): (grants: Grant[]) => string {
  const t = useTranslations("access");
  const format = useFormatter();
  return (grants) => {
    const count = (kind: Grant["kind"]) => grants.filter((grant) => grant.kind === kind).length;
    const words = [
      count("mailbox") > 0 ? t("mailboxes", { count: count("mailbox") }) : null,
      count("campaign") > 0 ? t("campaigns", { count: count("campaign") }) : null,
      count("client") > 0 ? t("clients", { count: count("client") }) : null,
    ];
    return format.list(words.filter((word) => word !== null));
  };
}
