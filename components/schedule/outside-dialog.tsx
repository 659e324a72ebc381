import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useScheduleScreen } from "./schedule-context";
import type { Asked } from "./use-carrying";

/** Asks before something is put where a machine would not put it. Leaving it where it was holds the focus. */
export function OutsideDialog() {
  const { carrying } = useScheduleScreen();
  return carrying.asked ? <Ask asked={carrying.asked} /> : null;
}

function Ask({ asked: { carry, at, outside } }: { asked: Asked }) {
  const t = useTranslations("schedule.ask");
  const { carrying } = useScheduleScreen();
  const { words, answer } = carrying;
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && answer(false)}
      title={t("title", { why: outside.why })}
      description={t("text", {
        name: words.nameOf(carry),
        time: words.timeOf(carry, at.getTime()),
        why: words.outsideWords(outside),
      })}
      initialFocus={safe}
      actions={
        <>
          <Button ref={safe} onClick={() => answer(false)}>
            {t(carry.thread ? "notThere" : "leave")}
          </Button>
          <Button variant="primary" onClick={() => answer(true)}>
            {t(carry.thread ? "plan" : "move")}
          </Button>
        </>
      }
    />
  );
}
