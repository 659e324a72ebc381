import { Clock, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useCommands } from "@/components/commands/use-commands";

/**
 * Keys of the whole composer: Mod+Enter sends, with Shift it opens the times, Escape puts aside. They are heard before the
 * editor, which has its own use for both (a new line, the paragraph around), but not in a menu or dialog over the composer.
 */
export function useComposerKeys(
  root: RefObject<HTMLElement | null>,
  { onSend, onEscape }: { onSend: () => void; onEscape: () => void },
): void {
  const t = useTranslations("commands.reply");
  const send = () => {
    // What is typed in an address field becomes a chip when the field is left, and counts.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    onSend();
  };
  const schedule = () => root.current?.querySelector<HTMLElement>("[data-schedule-trigger]")?.click();
  const where = { group: "reply", when: "composer", inFields: true } as const;
  useCommands([
    { ...where, id: "reply.send", label: t("send"), icon: SendHorizontal, run: send },
    { ...where, id: "reply.schedule", label: t("schedule"), icon: Clock, run: schedule },
    { ...where, id: "reply.putAside", label: t("putAside"), run: onEscape },
  ]);
}
