import {
  AlarmClock,
  ArrowDown,
  CalendarClock,
  CalendarPlus,
  Check,
  EllipsisVertical,
  MessageSquareDiff,
  UserPen,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { leavesAt, remindAfter, REMINDER_DAYS, USUAL_DAYS, type Along } from "./along";
import { clockWords } from "./clock-words";
import { SchedulePicker } from "./schedule-picker";
import type { ComposerModel } from "./use-composer";

type SendMenuProps = { model: ComposerModel; onHand: () => void; onFollowUps: () => void; onAskReview: () => void };

/** Other ways to send: and be done, and go on to the next thread, and be reminded if nobody answers; or a teammate goes on with it. */
export function SendMenu({ model, onHand, onFollowUps, onAskReview }: SendMenuProps) {
  const t = useTranslations("composer.along");
  const followUps = useTranslations("follow-ups.composer");
  const [isChoosing, setChoosing] = useState(false);
  const caps = {
    done: useCommandKeys("reply.sendDone").caps.join(" "),
    next: useCommandKeys("reply.sendNext").caps.join(" "),
    remind: useCommandKeys("reply.sendRemind").caps.join(" "),
  };
  const { state, sending, zones, now } = model;
  const isBlocked = model.readiness.state === "blocked";
  const send = (along: Along) => () => sending.ask(along);
  return (
    <>
      <Menu
        side="top"
        trigger={
          <IconButton label={t("open")} disabled={sending.isPending} data-send-menu>
            <EllipsisVertical aria-hidden />
          </IconButton>
        }
      >
        <MenuItem
          icon={<Check aria-hidden />}
          shortcut={caps.done}
          disabled={isBlocked}
          onSelect={send({ archive: true })}
        >
          {t("done")}
        </MenuItem>
        <MenuItem
          icon={<ArrowDown aria-hidden />}
          shortcut={caps.next}
          disabled={isBlocked}
          onSelect={send({ next: true })}
        >
          {t("next")}
        </MenuItem>
        {state.writing.kind === "forward" ? null : (
          <>
            <MenuSeparator />
            <MenuItem icon={<CalendarPlus aria-hidden />} onSelect={() => setTimeout(onFollowUps)}>
              {followUps("add")}
            </MenuItem>
            <MenuSeparator />
            <Reminders
              model={model}
              shortcut={caps.remind}
              isBlocked={isBlocked}
              onChoose={(remindAt) => sending.ask({ remindAt })}
              onOther={() => setTimeout(() => setChoosing(true))}
            />
          </>
        )}
        <MenuSeparator />
        <MenuItem
          icon={<MessageSquareDiff aria-hidden />}
          disabled={isBlocked}
          onSelect={() => setTimeout(onAskReview)}
        >
          {t("review")}
        </MenuItem>
        <MenuItem icon={<UserPen aria-hidden />} onSelect={() => setTimeout(onHand)}>
          {t("hand")}
        </MenuItem>
      </Menu>
      <Dialog open={isChoosing} onOpenChange={setChoosing} title={t("when")} className="max-w-xl">
        <SchedulePicker
          zones={{ theirs: null, ours: zones.ours }}
          now={now}
          chosen={null}
          onlyIfNoReply={null}
          confirmLabel={t("confirm")}
          onChoose={({ time }) => {
            setChoosing(false);
            sending.ask({ remindAt: time });
          }}
          onCancel={() => setChoosing(false)}
        />
      </Dialog>
    </>
  );
}

type RemindersProps = {
  model: ComposerModel;
  shortcut: string;
  isBlocked: boolean;
  onChoose: (remindAt: string) => void;
  onOther: () => void;
};

function Reminders({ model: { state, zones, now }, shortcut, isBlocked, onChoose, onOther }: RemindersProps) {
  const t = useTranslations("composer.along");
  const locale = useLocale();
  return (
    <MenuGroup label={t("remind")}>
      {REMINDER_DAYS.map((days) => {
        const at = remindAfter(days, leavesAt(state), zones.ours);
        return (
          <MenuItem
            key={days}
            icon={<AlarmClock aria-hidden />}
            disabled={isBlocked}
            {...(days === USUAL_DAYS && shortcut ? { shortcut } : {})}
            onSelect={() => onChoose(at)}
          >
            {t("inDays", { days })}{" "}
            <span className="text-12 text-text-3 tabular-nums">
              {clockWords(new Date(at), zones.ours, now, locale).short}
            </span>
          </MenuItem>
        );
      })}
      <MenuItem icon={<CalendarClock aria-hidden />} disabled={isBlocked} onSelect={onOther}>
        {t("other")}
      </MenuItem>
    </MenuGroup>
  );
}
