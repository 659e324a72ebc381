import { Check, ChevronLeft, Ellipsis, Flag, PanelRight, Undo2, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { CommandIconButton } from "@/components/commands/command-icon-button";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { useMay } from "@/components/inbox/use-may";
import { useTriageActions } from "@/components/inbox/use-triage-actions";
import { ThreadPresence } from "@/components/presence/thread-presence";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { ThreadView } from "@/lib/domain/thread-view";
import { subjectDirection } from "@/lib/domain/subject";
import { CategoryButton } from "./category-button";

type ThreadHeaderProps = {
  thread: ThreadView;
  isLeadShown: boolean;
  onBack: () => void;
  onLead: () => void;
};

/** The bar above a thread: what it is about, its category, and what can be done with the whole of it. */
export function ThreadHeader({ thread, isLeadShown, onBack, onLead }: ThreadHeaderProps) {
  const t = useTranslations("thread");
  const { id, subject } = thread;
  const mayTriage = useMay("thread.triage");
  return (
    <header
      data-thread-header={id}
      className="@container/head flex h-bar shrink-0 items-center gap-1 border-b border-line px-4 max-md:h-14 max-md:px-1"
    >
      <IconButton label={t("back")} onClick={onBack} className="md:hidden">
        <ChevronLeft aria-hidden />
      </IconButton>
      <div className="@container mr-1 flex min-w-0 flex-1 items-center gap-1 @max-2xl/head:flex-col @max-2xl/head:items-start @max-2xl/head:gap-0">
        <h1
          dir={subjectDirection(subject)}
          className="max-w-full min-w-0 truncate text-15 font-strong tracking-tight"
          title={subject}
        >
          {subject || t("noSubject")}
        </h1>
        <span className="flex max-w-full min-w-0 items-center gap-1.5 @2xl/head:max-w-3/5 @2xl/head:shrink-0">
          <CategoryButton thread={thread} />
          <ThreadPresence threadId={id} />
        </span>
      </div>
      {mayTriage ? <TriageButtons thread={thread} /> : null}
      <CommandIconButton
        id="thread.lead"
        label={t(isLeadShown ? "lead.hide" : "lead.show")}
        aria-pressed={isLeadShown}
        onClick={onLead}
      >
        <PanelRight aria-hidden />
      </CommandIconButton>
    </header>
  );
}

function TriageButtons({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread");
  const triage = useTriageActions();
  const { aria } = useCommandKeys("thread.done");
  const { id, isArchived, isImportant, assignee } = thread;
  return (
    <>
      <Button
        variant="quiet"
        aria-keyshortcuts={aria}
        icon={isArchived ? <Undo2 aria-hidden /> : <Check aria-hidden />}
        onClick={() => triage.toggle([id], "done")}
        className="touch:min-w-control-touch"
      >
        <span className="@max-lg/head:sr-only">{t(isArchived ? "undone" : "done")}</span>
        <CommandKeys id="thread.done" />
      </Button>
      <CommandIconButton
        id="thread.important"
        label={t(isImportant ? "unimportant" : "important")}
        aria-pressed={isImportant}
        onClick={() => triage.toggle([id], "important")}
        className="max-md:hidden"
      >
        <Flag aria-hidden className={isImportant ? "text-warn" : undefined} />
      </CommandIconButton>
      <CommandIconButton
        id="thread.assignTo"
        label={assignee ? t("assignedTo", { name: assignee.name }) : t("assign")}
        data-menu="assignee"
        aria-haspopup="menu"
        onClick={({ currentTarget }) => triage.openMenu("assignee", [id], currentTarget)}
        className="max-md:hidden"
      >
        <UserPlus aria-hidden />
      </CommandIconButton>
      <IconButton
        label={t("more")}
        data-menu="more"
        aria-haspopup="menu"
        onClick={({ currentTarget }) => triage.openMenu("more", [id], currentTarget)}
      >
        <Ellipsis aria-hidden />
      </IconButton>
    </>
  );
}
