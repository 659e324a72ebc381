"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { clockWords } from "@/components/composer/clock-words";
import type { Viewer } from "@/components/composer/saved-draft";
import { SchedulePopover } from "@/components/composer/schedule-popover";
import { useCancelledWords } from "@/components/composer/use-cancelled-words";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { toast } from "@/components/ui/toast";
import { endUndo, offerUndo } from "@/components/ui/undo-offers";
import {
  cancel,
  reopen,
  reschedule,
  resolveUnknown,
  retry,
  sendAnyway,
  sendFromMailbox,
  sendNow,
  undo,
} from "@/lib/actions/replies";
import { isToBeHandedOver } from "@/lib/domain/is-to-be-handed-over";
import { roleMay } from "@/lib/domain/permissions";
import type { ReplyView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";
import { mailboxPath } from "@/lib/url/paths";
import { replyActions, type ReplyAction, type ReplyStateKind } from "./reply-state-kind";
import { SendFromMenu } from "./send-from-menu";
import { zonesOf } from "@/components/composer/zones-of";

type Props = { kind: ReplyStateKind; reply: ReplyView; thread: ThreadView; viewer: Viewer; now: Date };

/** The ways out of a reply's state, the likeliest first. */
export function ReplyStateActions({ kind, reply, thread, viewer, now }: Props) {
  const t = useTranslations("composer.reply.action");
  const { role } = useViewer().viewer;
  const maySeeMailboxes = roleMay(role, "mailbox.manage");
  const { heldReason, isThroughSmartlead } = reply;
  const handsOver = isToBeHandedOver(reply, now);
  const actions = replyActions(kind, heldReason, { isThroughSmartlead, handsOver }).filter(
    (action) =>
      (action !== "mailbox" || maySeeMailboxes) &&
      !(reply.invitationAnswer && NOT_FOR_ANSWERS.has(action)) &&
      // Whether it leaves beside a teammate's its author says.
      (action !== "sendAnyway" || heldReason !== "teammate" || reply.isMine),
  );
  const isBeside = heldReason === "teammate" && reply.isMine;
  const { isPending, run } = useRun(reply);
  const undoKeys = useCommandKeys("app.undo").aria;
  useUndoOffer(kind === "undo" && !isPending, reply.id, () => run("undo"));
  if (actions.length === 0) return null;
  return (
    <div className="flex shrink-0 flex-wrap gap-1 max-md:w-full max-md:pl-8">
      {actions.map((action, index) => {
        const variant = index === 0 ? "secondary" : "quiet";
        if (action === "mailbox")
          return (
            <Link key={action} href={mailboxPath(reply.mailbox.id)} className={buttonClass({ variant, size: "sm" })}>
              {t("mailbox")}
            </Link>
          );
        if (action === "sendFrom")
          return <SendFromAction key={action} variant={variant} reply={reply} viewer={viewer} now={now} />;
        if (action === "move")
          return <MoveAction key={action} reply={reply} thread={thread} viewer={viewer} now={now} />;
        return (
          <Button
            key={action}
            size="sm"
            variant={variant}
            {...waiting(isPending)}
            aria-keyshortcuts={action === "undo" ? undoKeys : undefined}
            onClick={isPending ? undefined : () => run(action)}
          >
            {t(isBeside && isOfBeside(action) ? `beside.${action}` : action)}
            {action === "undo" ? <CommandKeys id="app.undo" /> : null}
          </Button>
        );
      })}
    </div>
  );
}

/** What was pressed keeps the focus while it is under way. */
const waiting = (isPending: boolean) => ({
  "aria-disabled": isPending || undefined,
  "data-disabled": isPending ? "" : undefined,
});

/** An invitation is answered above its message, by whom it came to: its answer is no draft, and nobody else's. */
const NOT_FOR_ANSWERS: ReadonlySet<ReplyAction> = new Set(["edit", "reopen", "sendFrom"]);

const isOfBeside = (action: ReplyAction): action is "sendAnyway" | "edit" | "cancel" =>
  action === "sendAnyway" || action === "edit" || action === "cancel";

type Verb = Exclude<ReplyAction, "mailbox" | "move" | "sendFrom">;

function useRun({ id: replyId, invitationAnswer }: ReplyView) {
  const t = useTranslations("composer.toast");
  const action = useReplyAction();
  const tellCancelled = useCancelledWords();
  const tellOther = ({ draft }: { draft: unknown }) => {
    endUndo(replyId);
    if (!draft && !invitationAnswer) toast(t("otherDraft"), { tone: "warn" });
  };
  const verbs: Record<Verb, () => void> = {
    undo: () => action.run(() => undo({ replyId }), tellOther),
    // A waiting reply is edited by taking it back: its words, files and time become a draft.
    edit: () =>
      action.run(
        () => undo({ replyId }),
        (taken) => {
          tellOther(taken);
          if (taken.draft) toast(t("unscheduled"));
        },
      ),
    sendNow: () => action.run(() => sendNow({ replyId })),
    tryNow: () => action.run(() => sendNow({ replyId })),
    cancel: () =>
      action.run(
        () => cancel({ replyId }),
        (cancelled) => {
          endUndo(replyId);
          tellCancelled(cancelled);
        },
      ),
    retry: () => action.run(() => retry({ replyId })),
    reopen: () => action.run(() => reopen({ replyId })),
    sendAnyway: () => action.run(() => sendAnyway({ replyId })),
    arrived: () => action.run(() => resolveUnknown({ replyId, arrived: true })),
    notArrived: () => action.run(() => resolveUnknown({ replyId, arrived: false })),
  };
  return { isPending: action.isPending, run: (verb: Verb) => verbs[verb]() };
}

type SendFromProps = Pick<Props, "reply" | "viewer" | "now"> & { variant: "secondary" | "quiet" };

function SendFromAction({ variant, reply, viewer, now }: SendFromProps) {
  const t = useTranslations("composer.reply");
  const locale = useLocale();
  const { isPending, run } = useReplyAction();
  const isAhead = reply.status === "scheduled" && Date.parse(reply.dueAt) > now.getTime();
  const time = clockWords(new Date(reply.dueAt), viewer.timeZone, now, locale).short;
  return (
    <SendFromMenu
      replyId={reply.id}
      note={isAhead ? t("senders.later", { time }) : t("senders.now")}
      trigger={
        <Button size="sm" variant={variant} {...waiting(isPending)}>
          {t("action.sendFrom")}
        </Button>
      }
      onChoose={(mailboxId) => run(() => sendFromMailbox({ replyId: reply.id, mailboxId }))}
    />
  );
}

function MoveAction({ reply, thread, viewer, now }: Omit<Props, "kind">) {
  const t = useTranslations("composer");
  const { isPending, run } = useReplyAction();
  const zones = zonesOf(thread, viewer);
  const zone = reply.scheduledZone ?? zones.theirs ?? zones.ours;
  const locale = useLocale();
  const former = { scheduledTime: reply.dueAt, scheduledZone: zone };
  const move = (to: typeof former, onMoved?: (to: typeof former) => void) =>
    run(
      () => reschedule({ replyId: reply.id, ...to }),
      () => onMoved?.(to),
    );
  const tellMoved = (to: typeof former) => {
    const time = clockWords(new Date(to.scheduledTime), zones.theirs ?? zones.ours, now, locale).full;
    toast(t("toast.scheduled", { time }), { action: { label: t("toast.undo"), onPress: () => move(former) } });
  };
  return (
    <SchedulePopover
      trigger={
        <Button size="sm" variant="quiet">
          {t("reply.action.move")}
        </Button>
      }
      disabled={isPending}
      zones={zones}
      now={now}
      about={{ threadId: thread.id, mailboxId: reply.mailbox.id }}
      chosen={{ time: reply.dueAt, zone }}
      onlyIfNoReply={null}
      confirmLabel={t("schedule.move")}
      onChoose={({ time, zone: scheduledZone }) => move({ scheduledTime: time, scheduledZone }, tellMoved)}
    />
  );
}

/** The key of undo takes back what is still held. */
function useUndoOffer(isOn: boolean, replyId: string, onUndo: () => void) {
  const undoNow = useEffectEvent(onUndo);
  useEffect(() => (isOn ? offerUndo({ of: replyId, undo: () => undoNow() }) : undefined), [isOn, replyId]);
}
