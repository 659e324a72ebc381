import { CalendarClock, ChevronDown, ChevronUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { clockWords } from "@/components/composer/clock-words";
import { zonesOf } from "@/components/composer/zones-of";
import { useTriageActions } from "@/components/inbox/use-triage-actions";
import { useViewer } from "@/components/inbox/viewer";
import { awayUntil } from "@/components/thread/away-until";
import { useKeptFocus } from "@/components/thread/use-kept-focus";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { FollowUpsView } from "@/lib/domain/follow-up";
import { isPending } from "@/lib/domain/reply-state";
import type { ThreadView } from "@/lib/domain/thread-view";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { PlannedStep } from "./planned-step";
import { standingToReturn } from "./standing-to-return";
import { stepStanding } from "./step-standing";
import { useStopChain } from "./use-stop-chain";

type ChainLineProps = { chain: FollowUpsView; thread: ThreadView };

/** A thread's follow-ups in one line, "Thu 09:10, 23 Nov, 30 Nov if no reply", with what can be done about them; and step by step. */
export function ChainLine({ chain, thread }: ChainLineProps) {
  const t = useTranslations("follow-ups.line");
  const { viewer } = useViewer();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const card = useRef<HTMLElement>(null);
  const isAhead = chain.endedAt === null;
  const focus = useKeptFocus(card, isAhead ? "ahead" : "ended");
  return (
    <article
      ref={card}
      {...focus}
      aria-label={t("label")}
      data-chain={chain.id}
      data-state={chain.endedReason ?? "open"}
      className="border-t border-line px-4 py-2.5"
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
        <span className="flex size-6 shrink-0 items-center justify-center">
          <CalendarClock
            aria-hidden
            className={cn("size-4 stroke-[1.75]", isAhead ? "text-accent-text" : "text-text-3")}
          />
        </span>
        <div className="min-w-0 flex-1 basis-56 pt-0.5">
          <Steps chain={chain} thread={thread} />
          <Reason chain={chain} thread={thread} />
          <OtherMailbox chain={chain} thread={thread} />
          {chain.author.id === viewer.id ? null : (
            <p className="text-12 text-text-2">{t("by", { name: chain.author.name })}</p>
          )}
        </div>
        <Actions chain={chain} thread={thread} isOpen={isOpen} listId={id} onShow={() => setOpen(!isOpen)} />
      </div>
      {isOpen ? (
        <ol id={id} ref={intoView} className="mt-2 flex flex-col pl-9 max-md:pl-0">
          {chain.steps.map((step, index) => (
            <PlannedStep
              key={step.replyId}
              step={step}
              steps={chain.steps.length}
              isLast={index === chain.steps.length - 1}
              thread={thread}
            />
          ))}
        </ol>
      ) : null}
    </article>
  );
}

/** The line stands at the thread's foot: its steps would open below the edge. */
function intoView(steps: HTMLElement | null): void {
  steps?.scrollIntoView({ block: "nearest" });
}

function Steps({ chain, thread }: ChainLineProps) {
  const t = useTranslations("follow-ups.line");
  const locale = useLocale();
  const { viewer, now } = useViewer();
  const zones = zonesOf(thread, viewer);
  return (
    <p className="text-13 tabular-nums">
      <span className="font-medium">{t("title")}</span>{" "}
      {chain.steps.map((step, index) => {
        const standing = stepStanding(step, now);
        const at = step.sentAt ?? (standing === "delayed" ? step.nextAttemptAt : null) ?? step.dueAt;
        const { short } = clockWords(new Date(at), zones.theirs ?? zones.ours, now, locale);
        return (
          <span key={step.replyId} data-standing={standing}>
            <span
              className={cn(standing === "dropped" && "text-text-3 line-through", standing === "sent" && "text-text-2")}
            >
              {short}
            </span>
            {standing === "planned" || standing === "dropped" ? null : (
              <span className={standing === "trouble" ? "text-warn" : "text-text-2"}>
                {" "}
                ({t(`state.${standing}`, { time: short })})
              </span>
            )}
            {index < chain.steps.length - 1 ? ", " : " "}
          </span>
        );
      })}
      <span className="text-text-2">{t("ifNoReply")}</span>
    </p>
  );
}

/** Why nothing of it leaves any more, or why it leaves later than it was planned. */
function Reason({ chain, thread }: ChainLineProps) {
  const t = useTranslations("follow-ups.line");
  const { viewer, now, words: dates } = useViewer();
  const name = thread.contact.name.split(" ")[0] || thread.contact.address;
  const away = awayUntil(thread.messages, wallTimeOf(now, viewer.timeZone).date);
  const zones = zonesOf(thread, viewer);
  if (chain.endedReason)
    return (
      <p className="text-12 text-text-2" aria-live="polite">
        {t(`ended.${chain.endedReason}`, { name })}
      </p>
    );
  const standing = away && standingToReturn(chain.steps, away, zones.theirs ?? zones.ours);
  if (!standing || (standing === "behind" && chain.awayRule !== "move")) return null;
  const date = dates.weekday(away);
  return (
    <p className={cn("text-12 tabular-nums", standing === "behind" ? "text-text-2" : "text-warn")}>
      {t(standing === "behind" ? "moved" : "beforeReturn", { name, date })}
    </p>
  );
}

/** Where what is ahead leaves from, when that is not the thread's own mailbox. */
function OtherMailbox({ chain, thread }: ChainLineProps) {
  const t = useTranslations("composer.reply");
  const next = chain.steps.find(({ status }) => isPending(status));
  const reply = next && thread.replies.find(({ id }) => id === next.replyId);
  if (!reply || reply.mailbox.id === thread.mailbox.id) return null;
  return <p className="text-12 text-text-2">{t("fromOther", { mailbox: reply.mailbox.address })}</p>;
}

type ActionsProps = ChainLineProps & { isOpen: boolean; listId: string; onShow: () => void };

function Actions({ chain, thread, isOpen, listId, onShow }: ActionsProps) {
  const t = useTranslations("follow-ups.line");
  const { openMenu } = useTriageActions();
  const stopping = useStopChain(chain);
  const isAhead = chain.endedAt === null;
  return (
    <div className="flex shrink-0 flex-wrap gap-1 max-md:w-full max-md:pl-9">
      <Button
        size="sm"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        icon={isOpen ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
        onClick={onShow}
      >
        {t(isOpen ? "hide" : "show")}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        onClick={({ currentTarget }) => openMenu("followUp", [thread.id], currentTarget)}
      >
        {t(isAhead ? "editAll" : "plan")}
      </Button>
      {isAhead ? (
        <Button size="sm" variant="quiet" disabled={stopping.isPending} onClick={stopping.stop}>
          {t("stop")}
        </Button>
      ) : null}
    </div>
  );
}
