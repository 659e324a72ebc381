import { PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/commands/use-commands";

/** ] shows or hides the lead. What is done with the whole thread is done from the list too, and has its keys there. */
export function useThreadKeys({ onLead }: { onLead: () => void }): void {
  const t = useTranslations("commands.thread");
  useCommands([{ id: "thread.lead", group: "thread", label: t("lead"), icon: PanelRight, run: onLead }]);
}
