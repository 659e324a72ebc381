import { AlarmClock, ArrowDown, Check, Clock, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useCommands } from "@/components/commands/use-commands";
import type { Along } from "./along";

type Presses = { onSend: (along?: Along) => void; onEscape: () => void; onRemind: () => void; mayRemind: boolean };

/**
 * Keys of the whole composer: Mod+Enter sends, with Shift it opens the times, Escape puts aside. They are heard before the
 * editor, which has its own use for both (a new line, the paragraph around), but not in a menu or dialog over the composer.
 */
export function useComposerKeys(
  root: RefObject<HTMLElement | null>,
  { onSend, onEscape, onRemind, mayRemind }: Presses,
): void {
  const t = useTranslations("commands.reply");
  const pressed = (act: () => void) => () => {
    // What is typed in an address field becomes a chip when the field is left, and counts.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    act();
  };
  const schedule = () => root.current?.querySelector<HTMLElement>("[data-schedule-trigger]")?.click();
  const where = { group: "reply", when: "composer", inFields: true } as const;
  useCommands([
    { ...where, id: "reply.send", label: t("send"), icon: SendHorizontal, run: pressed(() => onSend()) },
    {
      ...where,
      id: "reply.sendDone",
      label: t("sendDone"),
      icon: Check,
      run: pressed(() => onSend({ archive: true })),
    },
    {
      ...where,
      id: "reply.sendNext",
      label: t("sendNext"),
      icon: ArrowDown,
      run: pressed(() => onSend({ next: true })),
    },
    {
      ...where,
      id: "reply.sendRemind",
      label: t("sendRemind"),
      icon: AlarmClock,
      isEnabled: () => mayRemind,
      run: pressed(onRemind),
    },
    { ...where, id: "reply.schedule", label: t("schedule"), icon: Clock, run: schedule },
    { ...where, id: "reply.putAside", label: t("putAside"), run: pressed(onEscape) },
  ]);
}
