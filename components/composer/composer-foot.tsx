import { CircleAlert, Clock, Moon, Trash2, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { nightAt } from "@/lib/domain/night";
import { bothClocks, clockWords } from "./clock-words";
import type { ChosenTime } from "./composer-state";
import { FollowUpsChip } from "./follow-ups-chip";
import { useProblemWords } from "./problem-words";
import { OpenVariables } from "./open-variables";
import { SendControl } from "./send-control";
import { SendMenu } from "./send-menu";
import type { ComposerModel } from "./use-composer";
import { useStoppedMailbox } from "./use-stopped-mailbox";

type ComposerFootProps = {
  model: ComposerModel;
  onDiscard: () => void;
  onHand: () => void;
  onFollowUps: () => void;
  onAskReview: () => void;
};

/** When it leaves, what is in the way, and Send, which says what it does. */
export function ComposerFoot({ model, onDiscard, onHand, onFollowUps, onAskReview }: ComposerFootProps) {
  const t = useTranslations("composer");
  const { state } = model;
  const id = useId();
  return (
    <div data-foot className="flex min-h-bar flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-1.5">
      {state.schedule ? <ChosenTimeWords model={model} /> : <NightWords model={model} />}
      <FollowUpsChip model={model} onEdit={onFollowUps} />
      <OpenVariables model={model} />
      <span className="ml-auto flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
        <Obstacle id={id} model={model} />
        <span className="flex items-center gap-2">
          <IconButton label={t("discard")} onClick={onDiscard}>
            <Trash2 aria-hidden />
          </IconButton>
          <SendMenu model={model} onHand={onHand} onFollowUps={onFollowUps} onAskReview={onAskReview} />
          <Send model={model} describedBy={id} />
        </span>
      </span>
    </div>
  );
}

function Send({ model, describedBy }: { model: ComposerModel; describedBy: string }) {
  const { state, readiness, sending, zones, now, dispatch } = model;
  const label = useSendLabel(model);
  const schedule = (chosen: ChosenTime, onlyIfNoReply: boolean) =>
    dispatch({ type: "schedule", chosen, condition: onlyIfNoReply ? "if_no_reply" : "always" });
  const isWaiting = sending.isAsked && readiness.state === "waits";
  const isForward = state.writing.kind === "forward";
  return (
    <SendControl
      label={label}
      describedBy={describedBy}
      isBlocked={readiness.state === "blocked"}
      isPending={sending.isPending || isWaiting}
      zones={zones}
      now={now}
      about={isForward ? null : { threadId: model.threadId, mailboxId: null }}
      schedule={state.schedule}
      onlyIfNoReply={isForward ? null : state.scheduleCondition === "if_no_reply"}
      onSend={() => sending.ask()}
      onSchedule={schedule}
      onScheduleAndSend={(chosen, onlyIfNoReply) => {
        schedule(chosen, onlyIfNoReply);
        sending.ask();
      }}
    />
  );
}

/** "Send now", "Send Thu 09:10", "Send when uploaded", "Send when it fits"; beside a teammate's reply "Send as well". */
function useSendLabel({ state, readiness, zones, now, beside }: ComposerModel): string {
  const t = useTranslations("composer.send");
  const locale = useLocale();
  if (readiness.state === "blocked" && readiness.reason === "too_large") return t("whenItFits");
  if (readiness.state === "waits") return t("whenUploaded");
  const isAsWell = beside.hasSeen && state.writing.kind !== "forward";
  if (!state.schedule) return t(isAsWell ? "asWell" : "now");
  return t(isAsWell ? "asWellAt" : "at", {
    time: clockWords(new Date(state.schedule.time), zones.theirs ?? zones.ours, now, locale).short,
  });
}

function ChosenTimeWords({ model: { state, zones, now, dispatch } }: { model: ComposerModel }) {
  const t = useTranslations("composer.schedule");
  const words = useProblemWords();
  const locale = useLocale();
  if (!state.schedule) return null;
  const { first, isTheirs, second } = bothClocks(new Date(state.schedule.time), zones, now, locale);
  return (
    <>
      <span className="flex min-w-0 items-center gap-1.5 text-13 tabular-nums">
        <Clock aria-hidden className="size-[15px] shrink-0 stroke-[1.75] text-accent-text" />
        <span className="flex min-w-0 flex-col">
          <span className="leading-4 font-medium">
            {isTheirs ? t("inPlace", { time: first.short, place: first.place }) : first.short}
          </span>
          {second ? (
            <span className="text-11 leading-3.5 text-text-3">
              {t("yoursShort", { time: second.day === first.day ? second.clock : second.short })}
            </span>
          ) : null}
        </span>
        <IconButton
          label={t("clear")}
          className="size-control-sm"
          onClick={() => dispatch({ type: "schedule", chosen: null })}
        >
          <X aria-hidden />
        </IconButton>
      </span>
      {state.writing.kind === "forward" ? null : (
        <Checkbox
          checked={state.scheduleCondition === "if_no_reply"}
          onChange={(on) => dispatch({ type: "condition", condition: on ? "if_no_reply" : "always" })}
        >
          {t("onlyIfNoReplyShort")}
        </Checkbox>
      )}
      {state.problems.schedule ? (
        <span role="alert" className="text-12 text-bad">
          {words(state.problems.schedule)}
        </span>
      ) : null}
    </>
  );
}

/** What is sent now leaves at once (if its mailbox works), also into the lead's night: that is said, and their morning offered. */
function NightWords({ model: { mailboxId, zones, now, dispatch } }: { model: ComposerModel }) {
  const t = useTranslations("composer.night");
  const locale = useLocale();
  const isHeld = useStoppedMailbox(mailboxId ?? "") !== undefined;
  const zone = zones.theirs;
  const night = zone ? nightAt(now, zone) : null;
  if (!zone || !night) return null;
  const { clock, place } = clockWords(now, zone, now, locale);
  const chosen = { time: night.morning.toISOString(), zone };
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-12 text-text-2 tabular-nums">
      <Moon aria-hidden className="size-3.5 shrink-0 stroke-[1.75]" />
      <output>{t(isHeld ? "held" : "text", { time: clock, place })}</output>
      <Button variant="link" className="text-12" onClick={() => dispatch({ type: "schedule", chosen })}>
        {t("instead", { time: clockWords(night.morning, zone, now, locale).short })}
      </Button>
    </span>
  );
}

/** The first thing in the way, in words. An empty text needs none: the button is off until there is something to send. */
function Obstacle({ id, model: { state, readiness } }: { id: string; model: ComposerModel }) {
  const t = useTranslations("composer.obstacle");
  const words = useProblemWords();
  const said = words(state.problems.form);
  const blocked = readiness.state === "blocked" ? readiness : null;
  const name = blocked?.reason === "open_variable" ? blocked.name : "";
  const text = said ?? (blocked ? t(blocked.reason, { count: blocked.count, name }) : null);
  // An open variable has a line of its own.
  const isQuiet = !said && (blocked?.reason === "empty" || blocked?.reason === "open_variable");
  return (
    <span
      id={id}
      role={said ? "alert" : undefined}
      className={
        isQuiet || !text ? "sr-only" : "flex items-center gap-1 text-12 text-bad [&_svg]:size-3.5 [&_svg]:shrink-0"
      }
    >
      {isQuiet || !text ? null : <CircleAlert aria-hidden />}
      {text}
    </span>
  );
}
