import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = {
  /** The word by which a file was promised; null: nothing is asked. */
  word: string | null;
  onSend: () => void;
  onBack: () => void;
};

/** Asks before a message leaves that speaks of a file and has none. Going back to it holds the focus. */
export function ConfirmWithoutFile({ word, onSend, onBack }: Props) {
  const t = useTranslations("composer.withoutFile");
  const safe = useRef<HTMLButtonElement>(null);
  if (word === null) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onBack()}
      title={t("title")}
      description={t("text", { word })}
      initialFocus={safe}
      actions={
        <>
          <Button ref={safe} onClick={onBack}>
            {t("back")}
          </Button>
          <Button variant="primary" onClick={onSend}>
            {t("send")}
          </Button>
        </>
      }
    />
  );
}
