import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { removeNote } from "@/lib/actions/notes";
import { useSaveNote } from "./use-save-note";

type RemoveNoteProps = { threadId: number; noteId: string; children: ReactNode };

/** Takes a note away for everybody, which cannot be undone, so that it asks first. */
export function RemoveNote({ threadId, noteId, children }: RemoveNoteProps) {
  const t = useTranslations("notes");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const safe = useRef<HTMLButtonElement>(null);
  const { isPending, problem, save } = useSaveNote(threadId);
  const remove = async () => {
    const scroller = document.querySelector<HTMLElement>("[data-thread-scroller]");
    if (!(await save(() => removeNote({ noteId })))) return;
    setOpen(false);
    requestAnimationFrame(() => scroller?.focus({ preventScroll: true }));
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title={t("removeTitle")}
      description={t("removeText")}
      initialFocus={safe}
      trigger={
        <IconButton label={t("remove")} className="size-control-sm">
          {children}
        </IconButton>
      }
      actions={
        <>
          <Button ref={safe} onClick={() => setOpen(false)}>
            {common("cancel")}
          </Button>
          <Button variant="danger" pending={isPending} onClick={() => void remove()}>
            {t("remove")}
          </Button>
        </>
      }
    >
      {problem ? (
        <div role="alert">
          <FieldError>{problem}</FieldError>
        </div>
      ) : null}
    </Dialog>
  );
}
