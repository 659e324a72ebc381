import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { useMay } from "@/components/inbox/use-may";
import { useTriageActions } from "@/components/inbox/use-triage-actions";
import { useViewer } from "@/components/inbox/viewer";
import { CategoryMark } from "@/components/ui/category-mark";
import type { ThreadView } from "@/lib/domain/thread-view";
import { useReasonWords } from "./use-reason-words";

/** Opens the categories; its tooltip says who gave this one, or why. A stranger's thread without one says what it is. */
export function CategoryButton({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread");
  const mayTriage = useMay("thread.triage");
  const triage = useTriageActions();
  const { aria, caps } = useCommandKeys("thread.category");
  const why = useWhy(thread);
  const whyId = useId();
  const { id, category, kind } = thread;
  const word = category?.name ?? t(kind === "lead" ? "noCategory" : "untracked");
  const mark = category ? <CategoryMark sentiment={category.sentiment} hue={category.kind} /> : null;
  if (!mayTriage)
    return (
      <span className="flex max-w-full min-w-14 shrink items-center gap-1 px-1.5 text-13 text-text-2 @max-2xl/head:px-0 @max-2xl/head:text-12">
        {mark}
        <span className="truncate">{word}</span>
      </span>
    );
  return (
    <>
      <button
        type="button"
        data-menu="category"
        data-tip={why ? caps.join(" ") : undefined}
        data-tip-label={why ?? undefined}
        aria-haspopup="menu"
        aria-keyshortcuts={aria}
        aria-label={t("category", { name: word })}
        aria-describedby={why ? whyId : undefined}
        onClick={({ currentTarget }) => triage.openMenu("category", [id], currentTarget)}
        className="touch-target flex h-control max-w-full min-w-14 shrink items-center gap-1 rounded-2 px-1.5 text-13 text-text-2 hover:bg-hover active:bg-pressed @max-2xl/head:-ml-1.5 @max-2xl/head:h-5 @max-2xl/head:max-w-[calc(100%+0.375rem)] @max-2xl/head:text-12"
      >
        {mark}
        <span className="truncate">{word}</span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 stroke-[1.75]" />
      </button>
      {why ? (
        <span id={whyId} hidden>
          {why}
        </span>
      ) : null}
    </>
  );
}

function useWhy({ categoryWhy: why }: ThreadView): string | null {
  const t = useTranslations("thread.why");
  const { viewer } = useViewer();
  const words = useReasonWords();
  if (!why) return null;
  if (why.source !== "person") return t("because", { reason: words(why.reason) });
  if (why.by?.id === viewer.id) return t("you");
  return why.by ? t("by", { name: why.by.name }) : t("somebody");
}
