import { Check, ChevronLeft, PanelRight, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CategoryMark } from "@/components/ui/category-mark";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import type { ThreadView } from "@/lib/domain/thread-view";

type ThreadHeaderProps = {
  thread: ThreadView;
  isLeadShown: boolean;
  onBack: () => void;
  onDone: () => void;
  onLead: () => void;
};

/** The bar above a thread: what it is about, its category, and what can be done with the whole of it. */
export function ThreadHeader({ thread, isLeadShown, onBack, onDone, onLead }: ThreadHeaderProps) {
  const t = useTranslations("thread");
  return (
    <header className="flex h-bar shrink-0 items-center gap-2 border-b border-line px-4 max-md:h-14 max-md:px-1">
      <IconButton label={t("back")} onClick={onBack} className="md:hidden">
        <ChevronLeft aria-hidden />
      </IconButton>
      <div className="flex min-w-0 flex-1 items-center gap-2 max-md:flex-col max-md:items-start max-md:gap-0">
        <h1 className="max-w-full truncate text-15 font-strong tracking-tight" title={thread.subject}>
          <bdi>{thread.subject || t("noSubject")}</bdi>
        </h1>
        <Category thread={thread} />
      </div>
      <Button
        variant="quiet"
        aria-keyshortcuts="E"
        icon={thread.isArchived ? <Undo2 aria-hidden /> : <Check aria-hidden />}
        onClick={onDone}
      >
        <span className="max-md:sr-only">{t(thread.isArchived ? "undone" : "done")}</span>
        <span className="touch:hidden">
          <Kbd>E</Kbd>
        </span>
      </Button>
      <IconButton
        label={t(isLeadShown ? "lead.hide" : "lead.show")}
        shortcut="]"
        aria-pressed={isLeadShown}
        onClick={onLead}
      >
        <PanelRight aria-hidden />
      </IconButton>
    </header>
  );
}

function Category({ thread: { category, kind } }: { thread: ThreadView }) {
  const t = useTranslations("thread");
  if (!category && kind === "lead") return null;
  return (
    <span className="flex min-w-0 shrink-0 items-center gap-1 text-13 text-text-2 max-md:text-12">
      {category ? <CategoryMark sentiment={category.sentiment} hue={category.kind} /> : null}
      <span className="truncate">{category?.name ?? t("untracked")}</span>
    </span>
  );
}
