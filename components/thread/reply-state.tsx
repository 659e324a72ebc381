"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { Viewer } from "@/components/composer/saved-draft";
import { SafeHtml } from "@/components/composer/safe-html";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useNow } from "@/components/composer/use-now";
import { Avatar } from "@/components/ui/avatar";
import { inlineContentId } from "@/lib/domain/inline-content-id";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";
import type { Party } from "@/lib/domain/party";
import type { ReplyView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";
import { HeldBeside } from "./held-beside";
import { RecipientOutcomes } from "./recipient-outcomes";
import { ReplyStateActions } from "./reply-state-actions";
import { replyStateKind, secondsLeft, type ReplyStateKind } from "./reply-state-kind";
import { ReplyStateWords } from "./reply-state-words";
import { REPLY_TEXT_CLASS } from "./reply-text-class";
import { useKeptFocus } from "./use-kept-focus";

export type ReplyStateProps = { reply: ReplyView; thread: ThreadView; viewer: Viewer };

/** A reply that is not a message yet, or never will be: its text, and below it how it stands and what can be done. */
export function ReplyState({ reply, thread, viewer }: ReplyStateProps) {
  const t = useTranslations("composer.reply");
  const now = useNow(1_000) ?? new Date(reply.acceptedAt);
  const kind = replyStateKind(reply, now);
  const card = useRef<HTMLElement>(null);
  const focus = useKeptFocus(card, `${kind} ${reply.dueAt}`);
  if (!kind) return null;
  const isFolded = FOLDED.has(kind);
  return (
    <article
      ref={card}
      {...focus}
      aria-label={t("label", { who: names(reply.to) })}
      data-reply={reply.id}
      data-state={kind}
      className="border-t border-line"
    >
      {isFolded ? null : reply.beside ? (
        <HeldBeside beside={reply.beside} reply={reply} viewer={viewer} now={now}>
          <ReplyWords reply={reply} />
        </HeldBeside>
      ) : (
        <ReplyText reply={reply} />
      )}
      <div className="relative flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-2.5">
        <ReplyStateWords kind={kind} reply={reply} thread={thread} viewer={viewer} now={now} />
        <ReplyStateActions kind={kind} reply={reply} thread={thread} viewer={viewer} now={now} />
        {kind === "undo" ? <HoldBar reply={reply} now={now} /> : null}
      </div>
      <RecipientOutcomes outcomes={kind === "partly_sent" ? reply.outcomes : []} className="pr-4 pb-2.5 pl-12" />
      {isFolded ? <FoldedText reply={reply} /> : null}
    </article>
  );
}

/** States whose text is out of the way until somebody asks for it. */
const FOLDED = new Set<ReplyStateKind>(["dropped", "stopped", "cancelled"]);

/** Our own inline parts are named after their uploads. */
function uploadOf(contentId: string): string | undefined {
  const [uploadId = ""] = contentId.split("@");
  return inlineContentId(uploadId) === contentId ? uploadId : undefined;
}

const names = (parties: Party[]): string => parties.map(({ name, address }) => name || address).join(", ");

function ReplyText({ reply }: { reply: ReplyView }) {
  const t = useTranslations("composer.reply");
  const copied = [...reply.cc, ...reply.bcc];
  return (
    <div className="px-4 pt-2.5">
      <div className="flex items-center gap-2">
        <Avatar name={reply.author.name} />
        <span className="font-medium">{reply.isMine ? t("you") : reply.author.name}</span>
        <span className="min-w-0 truncate text-12 text-text-3">
          {t("to", { who: names(reply.to) })}
          {copied.length > 0 ? t("copies", { who: names(copied) }) : null}
        </span>
      </div>
      <div className="max-w-measure min-w-0 pt-1 pl-8">
        <ReplyWords reply={reply} />
      </div>
    </div>
  );
}

function ReplyWords({ reply }: { reply: ReplyView }) {
  const isHydrated = useHydrated();
  return (
    <>
      {isHydrated ? (
        <SafeHtml html={withRestoredUploads(reply.bodyHtml, uploadOf)} className={REPLY_TEXT_CLASS} />
      ) : null}
      <Files reply={reply} />
    </>
  );
}

function FoldedText({ reply }: { reply: ReplyView }) {
  const t = useTranslations("composer.reply");
  return (
    <details className="px-4 pb-2.5 pl-12">
      <summary className="w-fit cursor-default rounded-1 text-12 text-text-3 hover:text-text">{t("showText")}</summary>
      <ReplyText reply={reply} />
    </details>
  );
}

function Files({ reply: { attachments } }: { reply: ReplyView }) {
  const t = useTranslations("composer.reply");
  const named = attachments.filter((file) => file.fileName !== "");
  if (named.length === 0) return null;
  return (
    <p className="pt-1 text-12 text-text-3">
      {t("files", { count: named.length, names: named.map((file) => file.fileName).join(", ") })}
    </p>
  );
}

/** How much of the undo hold is left, as a line; the seconds are in the words. */
function HoldBar({ reply, now }: { reply: ReplyView; now: Date }) {
  const total = Math.max(1, (Date.parse(reply.dueAt) - Date.parse(reply.acceptedAt)) / 1000);
  const share = Math.min(1, secondsLeft(reply.dueAt, now) / total);
  return (
    <span
      aria-hidden
      className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-accent"
      style={{ scale: `${share} 1` }}
    />
  );
}
