import { PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Command } from "@/components/commands/command";
import { useCommands } from "@/components/commands/use-commands";
import type { LeadShown } from "./use-lead-shown";

/**
 * ] shows or hides the lead, and Esc takes it away where it lies over the thread. What is done with the whole thread is done
 * from the list too, and has its keys there.
 */
export function useThreadKeys({ toggle, hidesThread }: LeadShown): void {
  const t = useTranslations("commands.thread");
  const words = useTranslations("thread.lead");
  const showOrHide: Command = { id: "thread.lead", group: "thread", label: t("lead"), icon: PanelRight, run: toggle };
  const close: Command = {
    id: "lead.close",
    group: "thread",
    label: words("hide"),
    when: ["thread", "lead"],
    inPalette: false,
    run: toggle,
  };
  useCommands(hidesThread ? [showOrHide, close] : [showOrHide]);
}
