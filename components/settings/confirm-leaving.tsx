import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Asks before what was changed on a page is lost. Going on with it holds the focus. */
export function ConfirmLeaving({ onLeave, onBack }: { onLeave: () => void; onBack: () => void }) {
  const t = useTranslations("settings.leaving");
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onBack()}
      title={t("title")}
      description={t("text")}
      initialFocus={safe}
      actions={
        <>
          <Button ref={safe} onClick={onBack}>
            {t("back")}
          </Button>
          <Button variant="danger" onClick={onLeave}>
            {t("leave")}
          </Button>
        </>
      }
    />
  );
}
