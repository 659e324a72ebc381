import { NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { askForm } from "./asked-form";

/** Begins a note about the thread, or goes on with it. */
export function NoteOpener({ threadId }: { threadId: number }) {
  const t = useTranslations("notes");
  const { aria } = useCommandKeys("thread.note");
  return (
    <button
      type="button"
      aria-keyshortcuts={aria}
      onClick={() => askForm("note", threadId)}
      className="-mx-1 mb-1 flex min-h-6 items-center gap-2 rounded-1 px-1 text-12 text-text-2 hover:bg-hover touch:min-h-control-touch"
    >
      <NotebookPen aria-hidden className="size-[15px] stroke-[1.75]" />
      {t("add")}
      <CommandKeys id="thread.note" />
    </button>
  );
}
