import { useLocale, useTranslations } from "next-intl";
import { bothClocks, clockWords } from "@/components/composer/clock-words";
import type { Viewer } from "@/components/composer/saved-draft";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import { firstName } from "@/lib/domain/presence";
import type { ReplyView } from "@/lib/domain/message-view";
import { isPending } from "@/lib/domain/reply-state";
import type { ThreadView } from "@/lib/domain/thread-view";
import { REPLY_LOOKS } from "./reply-look";
import { secondsLeft, type ReplyStateKind } from "./reply-state-kind";
import { zonesOf } from "@/components/composer/zones-of";

type Props = { kind: ReplyStateKind; reply: ReplyView; thread: ThreadView; viewer: Viewer; now: Date };

/** Icon, word and reason of a reply's state. Failures are announced at once, all else politely; the countdown is not. */
export function ReplyStateWords(props: Props) {
  const { kind, reply, thread } = props;
  const { icon: Icon, tone } = REPLY_LOOKS[kind];
  const { title, reason } = useStateWords(props);
  const steps = useTranslations("follow-ups.step");
  const t = useTranslations("composer.reply");
  const isMoved = isPending(reply.status) && reply.mailbox.id !== thread.mailbox.id;
  return (
    <div className="flex min-w-0 flex-1 basis-72 items-start gap-2" role={kind === "failed" ? "alert" : undefined}>
      <span
        className={cn("flex size-6 shrink-0 items-center justify-center [&>svg]:size-4 [&>svg]:stroke-[1.75]", tone)}
      >
        {Icon ? <Icon aria-hidden /> : <Spinner />}
      </span>
      <div className="min-w-0 pt-0.5 [overflow-wrap:anywhere]">
        <p className={cn("font-medium tabular-nums", tone)} aria-live={kind === "undo" ? "off" : "polite"}>
          {title}
        </p>
        {reason ? <p className="text-12 text-text-2">{reason}</p> : null}
        {isMoved ? <p className="text-12 text-text-2">{t("fromOther", { mailbox: reply.mailbox.address })}</p> : null}
        {reply.chain ? <p className="text-12 text-text-2">{steps("ifNoReply", reply.chain)}</p> : null}
        {kind === "failed" || kind === "retrying" || kind === "unknown" ? <ServerWords reply={reply} /> : null}
      </div>
    </div>
  );
}

/** The server's own words, for who wants to know. */
function ServerWords({ reply }: { reply: ReplyView }) {
  const t = useTranslations("composer.reply");
  const words = reply.serverResponse || reply.detail;
  if (!words) return null;
  return (
    <p className="text-12 text-text-3">
      {t("serverSaid")} <code className="font-mono text-11">{words}</code>
    </p>
  );
}

function useStateWords({ kind, reply, thread, viewer, now }: Props): { title: string; reason: string | null } {
  const t = useTranslations("composer.reply");
  const locale = useLocale();
  const zones = zonesOf(thread, viewer);
  const at = (time: string | null) => (time ? clockWords(new Date(time), viewer.timeZone, now, locale).short : "");
  const kept = t("kept", { count: reply.attachments.length });
  const because = (group: "failed" | "held" | "stopped" | "retrying", reason: string | null) => {
    const key = `${group}.${reason ?? "other"}` as Parameters<typeof t.has>[0];
    return t(t.has(key) ? key : `${group}.other`, { mailbox: reply.mailbox.address });
  };
  const contact = thread.contact.name.split(" ")[0] || thread.contact.address;

  switch (kind) {
    case "undo":
      return {
        title: t(reply.scheduledAt ? "undo.handsOver" : "undo.title", { seconds: secondsLeft(reply.dueAt, now) }),
        reason: recipients(reply, t),
      };
    case "scheduled":
      return scheduledWords();
    case "approval":
      return {
        title: t("approval.title"),
        reason: reply.scheduledAt ? t("approval.planned", { time: at(reply.scheduledAt) }) : t("approval.atOnce"),
      };
    case "queued":
      return {
        title: t("queued.title"),
        reason: isLate(reply, now) ? t("queued.late", { time: at(reply.dueAt) }) : recipients(reply, t),
      };
    case "sending":
      return {
        title: t("sending.title"),
        reason: t("sending.reason", { mailbox: reply.mailbox.address, attempt: Math.max(1, reply.attempts) }),
      };
    case "retrying":
      return {
        title: t("retrying.title"),
        reason: t("retrying.reason", { why: because("retrying", reply.reason), time: at(reply.nextAttemptAt) }),
      };
    case "held":
      if (reply.heldReason === "teammate") return { title: besideWords(), reason: t("held.besideReason") };
      return { title: because("held", reply.heldReason), reason: t("held.reason") };
    case "handed_over":
      return { title: t("handedOver.title", { time: at(reply.dueAt) }), reason: handedOver() };
    case "sent":
      return { title: t("sent.title", { time: at(reply.sentAt) }), reason: reply.serverResponse };
    case "partly_sent":
      return { title: t("partlySent.title", { time: at(reply.sentAt) }), reason: t("partlySent.reason") };
    case "dropped":
      return { title: t("dropped.title", { who: contact }), reason: t("dropped.reason", { kept }) };
    case "stopped":
      return { title: because("stopped", reply.reason), reason: kept };
    case "cancelled":
      return { title: t("cancelled.title"), reason: kept };
    case "failed":
      return { title: t("failed.title", { why: because("failed", reply.reason) }), reason: kept };
    case "unknown":
      return {
        title: t("unknown.title"),
        reason: [unknown(), reply.isThroughSmartlead ? t("unknown.lookedFor") : null].filter(Boolean).join(" "),
      };
  }

  function besideWords() {
    const { beside } = reply;
    if (!beside) return t("held.besideGone");
    const said = { name: firstName(beside.author.name), time: at(beside.at) };
    return t(beside.hasLeft ? "held.besideLeft" : "held.besidePlanned", said);
  }

  function unknown() {
    const { isThroughSmartlead, scheduledAt } = reply;
    const isKept = isThroughSmartlead && scheduledAt !== null && Date.parse(scheduledAt) <= now.getTime();
    return isKept ? t("unknown.kept", { time: at(scheduledAt) }) : t("unknown.reason");
  }

  function handedOver() {
    const condition = reply.scheduleCondition === "if_no_reply" ? t("scheduled.onlyIfNoReply") : null;
    return [condition, t("handedOver.reason")].filter(Boolean).join(" ");
  }

  function scheduledWords() {
    const { first, isTheirs, second } = bothClocks(new Date(reply.dueAt), zones, now, locale);
    const title = isTheirs
      ? t("scheduled.titleIn", { time: first.full, place: first.place })
      : t("scheduled.title", { time: first.full });
    const ours = second ? t("scheduled.yours", { time: second.short }) : null;
    const condition = reply.scheduleCondition === "if_no_reply" ? t("scheduled.onlyIfNoReply") : null;
    return { title, reason: [ours, condition].filter(Boolean).join(" ") || recipients(reply, t) };
  }
}

/** The worker takes due replies within seconds; what waits a minute longer is late, and said so. */
const isLate = (reply: ReplyView, now: Date) => now.getTime() - Date.parse(reply.dueAt) > 60_000;

function recipients(reply: ReplyView, t: ReturnType<typeof useTranslations<"composer.reply">>): string {
  const who = [...reply.to, ...reply.cc].map(({ name, address }) => name || address).join(", ");
  return t("toWithFiles", { who, count: reply.attachments.length });
}
