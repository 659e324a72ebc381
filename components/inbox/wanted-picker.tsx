"use client";

import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SchedulePicker } from "@/components/composer/schedule-picker";
import { Dialog } from "@/components/ui/dialog";
import type { ReminderKind, WantedBack } from "@/lib/domain/reminder";
import { frameOf } from "./menu-frame";
import { type OpenTriageMenu, useTriageActions } from "./use-triage-actions";
import { useWantedZones } from "./use-wanted-zones";
import { useViewer } from "./viewer";
import { WantedPanel } from "./wanted-panel";

export type WantedPickerProps = { menu: OpenTriageMenu; kind: ReminderKind; onClose: () => void };

/** When threads are to come back to the viewer: a small panel with the usual times, and the whole calendar for all others. */
export function WantedPicker({ menu, kind: first, onClose }: WantedPickerProps) {
  const t = useTranslations("snooze");
  const { apply } = useTriageActions();
  const { now } = useViewer();
  const [kind, setKind] = useState(first);
  const [note, setNote] = useState("");
  const [isPicking, setPicking] = useState(false);
  const { threadIds } = menu;
  const zones = useWantedZones(threadIds);
  const { anchor, finalFocus } = frameOf(menu, onClose);
  const choose = async (wanted: Omit<WantedBack, "note">) => {
    const words = kind === "reminder" ? note.trim() : "";
    // What was typed stays here until it is kept there.
    if (words === "") onClose();
    if ((await apply(threadIds, { kind, wanted: { ...wanted, note: words } })) && words !== "") onClose();
  };
  if (isPicking)
    return (
      <Dialog
        open
        onOpenChange={(open) => open || onClose()}
        title={t(`title.${kind}`, { count: threadIds.length })}
        className="max-w-xl"
      >
        <SchedulePicker
          zones={zones}
          now={now}
          chosen={null}
          onlyIfNoReply={false}
          confirmLabel={t(`confirm.${kind}`)}
          onChoose={({ time }, isConditional) =>
            void choose({ until: time, condition: isConditional ? "if_no_reply" : "always" })
          }
          onCancel={onClose}
        />
      </Dialog>
    );
  return (
    <Popover.Root open onOpenChange={(next) => !next && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="end" sideOffset={4} collisionPadding={8} className="z-popover">
          <Popover.Popup
            aria-label={t(`title.${kind}`, { count: threadIds.length })}
            initialFocus={wordsOnTop}
            finalFocus={finalFocus}
            className="max-h-(--available-height) w-88 max-w-[calc(100vw-1rem)] origin-(--transform-origin) overflow-y-auto rounded-3 bg-raised shadow-2 transition-[opacity,scale] duration-2 outline-none data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            <WantedPanel
              kind={kind}
              onKind={setKind}
              count={threadIds.length}
              zones={zones}
              note={note}
              onNote={setNote}
              onChoose={(wanted) => void choose(wanted)}
              onPick={() => setPicking(true)}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What is typed at once is a time; a touch screen's keyboard would hide the rest. */
const wordsOnTop = (): HTMLElement | boolean =>
  window.matchMedia("(pointer: coarse)").matches ||
  (document.querySelector<HTMLElement>("[data-wanted] input[type='text']") ?? true);
