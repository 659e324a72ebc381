import { CalendarClock, CalendarPlus, PencilLine } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { bothClocks, clockWords } from "@/components/composer/clock-words";
import { useBackWords } from "@/components/inbox/use-back-words";
import { useTriageActions } from "@/components/inbox/use-triage-actions";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { StepPlace } from "@/lib/domain/message-view";
import type { OpenThread, ThreadView } from "@/lib/domain/thread-view";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { awayUntil } from "./away-until";
import { type NextStep, nextStepOf } from "./next-step";
import { REPLY_LOOKS } from "./reply-look";
import { replyStateKind } from "./reply-state-kind";
import { zonesOf } from "@/components/composer/zones-of";

/** What happens next in the thread: a reply of the outbox with both clocks, the draft, or that nothing is planned. */
export function NextStepCard({ thread, draft }: OpenThread) {
  const t = useTranslations("thread.lead.next");
  const { now, viewer, words: dates } = useViewer();
  const away = awayUntil(thread.messages, wallTimeOf(now, viewer.timeZone).date);
  const step = nextStepOf(thread.replies, draft, now);
  const words = useStepWords(step, thread);
  const { until } = useBackWords();
  return (
    <>
      <h3 className="mb-2 text-12 text-text-2">{t("title")}</h3>
      {away ? (
        <p className="mb-2 text-12 text-text-2 tabular-nums">{t("away", { date: dates.weekday(away) })}</p>
      ) : null}
      {step && words ? (
        <div
          className={cn(
            "flex gap-2 rounded-2 px-2.5 py-2 text-12",
            words.tone ? "border border-line bg-surface" : "bg-accent-soft",
          )}
        >
          <span
            className={cn("mt-px shrink-0 [&>svg]:size-3.5 [&>svg]:stroke-[1.75]", words.tone || "text-accent-text")}
          >
            {words.icon}
          </span>
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <p className={cn("font-strong tabular-nums", words.tone)}>{words.title}</p>
            {words.lines.map((line) => (
              <p key={line} className="text-text-2 tabular-nums">
                {line}
              </p>
            ))}
          </div>
        </div>
      ) : (
        <p className="text-12 text-text-3">{thread.reminder ? until(thread.reminder, "reminder") : t("none")}</p>
      )}
      {isFollowedUp(thread, now) ? null : <PlanButton threadId={thread.id} />}
    </>
  );
}

/** Whether something leaves if nobody answers. */
const isFollowedUp = ({ replies }: ThreadView, now: Date): boolean =>
  replies.some((reply) => reply.scheduleCondition === "if_no_reply" && replyStateKind(reply, now) === "scheduled");

function PlanButton({ threadId }: { threadId: number }) {
  const t = useTranslations("follow-ups.line");
  const { openMenu } = useTriageActions();
  const { aria } = useCommandKeys("thread.followUp");
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={<CalendarPlus aria-hidden />}
      aria-keyshortcuts={aria}
      onClick={({ currentTarget }) => openMenu("followUp", [threadId], currentTarget)}
      className="mt-1.5 -ml-2"
    >
      {t("plan")} <CommandKeys id="thread.followUp" />
    </Button>
  );
}

type StepWords = { title: string; lines: string[]; icon: ReactNode; tone: string };

function useStepWords(step: NextStep | null, thread: ThreadView): StepWords | null {
  const t = useTranslations("thread.lead.next");
  const { viewer, now } = useViewer();
  const locale = useLocale();
  if (!step) return null;
  const zones = zonesOf(thread, viewer);
  const short = (at: string) => clockWords(new Date(at), viewer.timeZone, now, locale).short;
  const timed = (name: "scheduled" | "draft" | "followUp", at: string, isConditional: boolean) => {
    const { first, isTheirs, second } = bothClocks(new Date(at), zones, now, locale);
    const title = isTheirs ? t(`${name}In`, { time: first.full, place: first.place }) : t(name, { time: first.full });
    if (second) return { title, lines: [t(isConditional ? "yoursIfNoReply" : "yours", { time: second.short })] };
    return { title, lines: isConditional ? [t("ifNoReply")] : [] };
  };
  const followUp = (at: string, { step: number, steps }: StepPlace) => {
    const { title, lines } = timed("followUp", at, false);
    return { title, lines: [...lines, t("step", { step: number, steps })] };
  };
  if (step.kind === "draft")
    return step.scheduledTime
      ? { ...timed("draft", step.scheduledTime, step.isConditional), icon: <CalendarClock aria-hidden />, tone: "" }
      : {
          title: t("draftOnly"),
          lines: [t("saved", { time: short(step.savedAt) })],
          icon: <PencilLine aria-hidden />,
          tone: "",
        };

  const { reply, state, after } = step;
  const { icon: Icon } = REPLY_LOOKS[state];
  const { chain } = reply;
  const { title, lines } =
    state === "scheduled"
      ? chain
        ? followUp(reply.dueAt, chain)
        : timed("scheduled", reply.dueAt, reply.scheduleCondition === "if_no_reply")
      : {
          title: t(`state.${state as "held"}`, { time: short(reply.nextAttemptAt ?? reply.dueAt) }),
          lines: chain ? [t("step", chain)] : [],
        };
  return {
    title,
    lines: [...lines, ...(after ? [t(after.chain ? "thenIfNoReply" : "then", { time: short(after.dueAt) })] : [])],
    icon: Icon ? <Icon aria-hidden /> : <Spinner />,
    tone: TONES[state] ?? "",
  };
}

const TONES: Partial<Record<string, string>> = {
  failed: "text-bad",
  unknown: "text-warn",
  held: "text-warn",
  retrying: "text-warn",
};
