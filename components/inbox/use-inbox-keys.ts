import { ChevronLeft, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { runCommand } from "@/components/commands/command-registry";
import { useCommands } from "@/components/commands/use-commands";
import { isListShown, toList, toListWhenShown } from "./to-list";

type Open = { threadId: number | null; open: (id: number | null) => void };

/** `/` searches; Esc leads from the thread to the row it came from, u closes it too. On a phone, where only one of both is seen, Esc closes it. */
export function useInboxKeys({ threadId, open }: Open): void {
  const t = useTranslations("commands");
  const isOpen = () => threadId !== null;
  const close = () => {
    runCommand("list.toRow");
    open(null);
    toListWhenShown();
  };
  useCommands([
    {
      id: "list.search",
      group: "list",
      label: t("list.search"),
      icon: Search,
      run: () => document.querySelector<HTMLElement>("[data-search]")?.focus(),
    },
    {
      id: "thread.toList",
      group: "thread",
      label: t("thread.toList"),
      when: ["thread", "lead"],
      inPalette: false,
      isEnabled: isOpen,
      run: () => (isListShown() ? toList() : close()),
    },
    { id: "thread.close", group: "thread", label: t("thread.close"), icon: ChevronLeft, isEnabled: isOpen, run: close },
  ]);
}
