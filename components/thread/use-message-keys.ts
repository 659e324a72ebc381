import { ArrowDownToLine, ArrowUpToLine } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { focusedElement } from "@/components/commands/command-overlay";
import { useCommands } from "@/components/commands/use-commands";
import { placeAfter } from "./message-steps";

const MARGIN = 8;

/** Shift+N and Shift+P go from message to message; the line that stands for several is one of them. */
export function useMessageKeys(scroller: RefObject<HTMLElement | null>): void {
  const t = useTranslations("commands.thread");
  const step = (by: 1 | -1) => {
    const element = scroller.current;
    if (!element) return;
    const stops = [...element.querySelectorAll<HTMLElement>("[data-message], [data-more]")];
    const focused = stops.indexOf(focusedElement()?.closest<HTMLElement>("[data-message], [data-more]") as HTMLElement);
    const tops = stops.map(({ offsetTop }) => offsetTop - MARGIN);
    const stop = stops[placeAfter({ tops, focused, seenFrom: element.scrollTop, by })];
    if (!stop) return;
    (stop.matches("button") ? stop : stop.querySelector("button"))?.focus({ preventScroll: true });
    element.scrollTo({ top: Math.max(0, stop.offsetTop - MARGIN) });
  };
  const command = { group: "thread", repeats: true } as const;
  useCommands([
    { ...command, id: "thread.nextMessage", label: t("nextMessage"), icon: ArrowDownToLine, run: () => step(1) },
    {
      ...command,
      id: "thread.previousMessage",
      label: t("previousMessage"),
      icon: ArrowUpToLine,
      run: () => step(-1),
    },
  ]);
}
