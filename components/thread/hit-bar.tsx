import { ChevronDown, ChevronUp, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, type RefObject } from "react";
import { CommandIconButton } from "@/components/commands/command-icon-button";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";

type HitBarProps = {
  words: string;
  count: number;
  index: number;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  /** The exchange, which takes the focus when it was in the bar. */
  scroller: RefObject<HTMLElement | null>;
};

/** What was searched for, how often it stands in this thread, and the way from hit to hit. Esc takes the marks away. */
export function HitBar({ words, count, index, onStep, onClose, scroller }: HitBarProps) {
  const t = useTranslations("search.thread");
  const { aria } = useCommandKeys("hits.close");
  const bar = useRef<HTMLElement>(null);
  const close = () => {
    if (bar.current?.contains(document.activeElement)) scroller.current?.focus({ preventScroll: true });
    onClose();
  };
  useCommands([
    { id: "hits.next", group: "thread", label: t("next"), icon: ChevronDown, inFields: true, run: () => onStep(1) },
    {
      id: "hits.previous",
      group: "thread",
      label: t("previous"),
      icon: ChevronUp,
      inFields: true,
      run: () => onStep(-1),
    },
    {
      id: "hits.close",
      group: "thread",
      label: t("close"),
      icon: Search,
      when: ["list", "thread", "lead"],
      run: close,
    },
  ]);
  return (
    <section
      ref={bar}
      aria-label={t("label")}
      className="flex h-9 shrink-0 items-center gap-2 border-b border-line bg-surface-2 pr-2 pl-4 text-12 touch:h-control-touch"
    >
      <Search aria-hidden className="size-3.5 shrink-0 stroke-[1.75] text-text-3" />
      <bdi className="min-w-0 truncate font-medium">{words}</bdi>
      <output className="shrink-0 text-text-2 tabular-nums">
        {t("count", { at: count === 0 ? 0 : index + 1, count })}
      </output>
      <span className="flex-1" />
      <CommandIconButton
        id="hits.previous"
        label={t("previous")}
        disabled={count < 2}
        onClick={() => onStep(-1)}
        className="size-control-sm"
      >
        <ChevronUp aria-hidden />
      </CommandIconButton>
      <CommandIconButton
        id="hits.next"
        label={t("next")}
        disabled={count < 2}
        onClick={() => onStep(1)}
        className="size-control-sm"
      >
        <ChevronDown aria-hidden />
      </CommandIconButton>
      <Button variant="quiet" size="sm" aria-keyshortcuts={aria} onClick={close}>
        {t("close")}
        <CommandKeys id="hits.close" />
      </Button>
    </section>
  );
}
