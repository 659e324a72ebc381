import { Ellipsis, SendHorizontal, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { clockWords } from "@/components/composer/clock-words";
import { SchedulePopover } from "@/components/composer/schedule-popover";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { zonesOf } from "@/components/composer/zones-of";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useFocusBack } from "@/components/ui/use-focus-back";
import { cancel, reschedule, sendNow } from "@/lib/actions/replies";
import type { FollowUpStepView } from "@/lib/domain/follow-up";
import { isPending } from "@/lib/domain/reply-state";
import type { ThreadView } from "@/lib/domain/thread-view";
import { PlannedText } from "./planned-text";
import { StepMark } from "./step-mark";
import { stepStanding } from "./step-standing";
import { StepTime } from "./step-time";

type PlannedStepProps = { step: FollowUpStepView; steps: number; isLast: boolean; thread: ThreadView };

/** One step of what is planned: how it stands, when on both clocks, its text, and what can be done as long as it has not left. */
export function PlannedStep({ step, steps, isLast, thread }: PlannedStepProps) {
  const t = useTranslations("follow-ups");
  const { viewer, now } = useViewer();
  const locale = useLocale();
  const [isEditing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  useFocusBack(isEditing, edit);
  const zones = zonesOf(thread, viewer);
  const standing = stepStanding(step, now);
  const isAhead = isPending(step.status);
  const at = step.sentAt ?? step.nextAttemptAt ?? step.dueAt;
  const time = clockWords(new Date(at), zones.theirs ?? zones.ours, now, locale).short;
  return (
    <li data-planned-step={step.step} className="relative flex flex-col gap-0.5 pb-3 pl-8">
      <StepMark kind={isAhead ? "conditional" : "over"} isLast={isLast} />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="text-13 font-medium">{t("step.of", { step: step.step, steps })}</span>
        <span className="text-12 text-text-2 tabular-nums">{t(`line.state.${standing}`, { time })}</span>
        {isAhead ? (
          <span className="ml-auto flex items-center gap-1">
            <Button
              ref={edit}
              size="sm"
              variant="quiet"
              aria-expanded={isEditing}
              onClick={() => setEditing(!isEditing)}
            >
              {t("line.edit")}
            </Button>
            <Move step={step} thread={thread} />
            <More step={step} />
          </span>
        ) : null}
      </div>
      <StepTime at={new Date(step.dueAt)} zones={zones} now={now} />
      <PlannedText step={step} isEditing={isEditing} onClose={() => setEditing(false)} />
    </li>
  );
}

function Move({ step, thread }: Pick<PlannedStepProps, "step" | "thread">) {
  const t = useTranslations("composer");
  const { viewer, now } = useViewer();
  const action = useReplyAction();
  const zones = zonesOf(thread, viewer);
  return (
    <SchedulePopover
      trigger={
        <Button size="sm" variant="quiet">
          {t("reply.action.move")}
        </Button>
      }
      disabled={action.isPending}
      zones={zones}
      now={now}
      about={{ threadId: thread.id, mailboxId: step.mailboxId }}
      chosen={{ time: step.dueAt, zone: zones.theirs ?? zones.ours }}
      onlyIfNoReply={null}
      confirmLabel={t("schedule.move")}
      onChoose={({ time, zone: scheduledZone }) =>
        action.run(() => reschedule({ replyId: step.replyId, scheduledTime: time, scheduledZone }))
      }
    />
  );
}

function More({ step: { replyId, step } }: Pick<PlannedStepProps, "step">) {
  const t = useTranslations("follow-ups.line");
  const action = useReplyAction();
  return (
    <Menu
      trigger={
        <IconButton label={t("actions", { step })} className="size-control-sm" disabled={action.isPending}>
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<SendHorizontal aria-hidden />} onSelect={() => action.run(() => sendNow({ replyId }))}>
        {t("sendNow")}
      </MenuItem>
      <MenuItem icon={<Trash2 aria-hidden />} onSelect={() => action.run(() => cancel({ replyId }))}>
        {t("drop")}
      </MenuItem>
    </Menu>
  );
}
