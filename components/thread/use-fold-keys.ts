import { ChevronsDownUp, ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/commands/use-commands";

/** ; opens all messages of the thread, : folds them, as in Gmail. */
export function useFoldKeys({ openAll, foldAll }: { openAll: () => void; foldAll: () => void }): void {
  const t = useTranslations("commands.thread");
  useCommands([
    { id: "thread.openAll", group: "thread", label: t("openAll"), icon: ChevronsUpDown, run: openAll },
    { id: "thread.foldAll", group: "thread", label: t("foldAll"), icon: ChevronsDownUp, run: foldAll },
  ]);
}
