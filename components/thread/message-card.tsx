"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { sameAddress } from "@/lib/domain/address";
import type { MessageView, ThreadView } from "@/lib/domain/thread-view";
import { HtmlFrame } from "./html-frame";
import { MessageDetails } from "./message-details";
import { MessageFiles } from "./message-files";
import { MessageMenu } from "./message-menu";
import { MessageNotices } from "./message-notices";
import { answersForLead, authorOf, shortNameOf } from "./people-words";
import { PlainText } from "./plain-text";
import { RecipientOutcomes } from "./recipient-outcomes";

type MessageCardProps = { message: MessageView; thread: ThreadView; onFold: () => void };

/** A message in full: who wrote to whom and when, what is to be said about it, its text and its files. */
export function MessageCard({ message, thread, onFold }: MessageCardProps) {
  const t = useTranslations("thread.message");
  const { viewer, words } = useViewer();
  const detailsId = useId();
  const [showsDetails, setDetails] = useState(false);
  const author = authorOf(message, viewer.id);
  const name = author.isYou ? t("toYou") : author.name;
  return (
    <article
      aria-label={t("label", { name, time: words.precise(message.sentAt) })}
      data-message={message.id}
      className="border-b border-line px-4 pt-2.5 pb-3 last:border-b-0"
    >
      <header className="flex items-center gap-2">
        <Avatar name={author.name} />
        <Sender message={message} author={author} onFold={onFold} />
        <Marks message={message} thread={thread} />
        <time
          dateTime={message.sentAt}
          title={words.exact(message.sentAt)}
          suppressHydrationWarning
          className="shrink-0 text-12 text-text-2 tabular-nums"
        >
          {words.precise(message.sentAt)}
        </time>
        <span className="-mr-1.5 flex shrink-0">
          <IconButton
            label={t("details")}
            aria-expanded={showsDetails}
            aria-controls={detailsId}
            onClick={() => setDetails(!showsDetails)}
            className="size-control-sm"
          >
            <ChevronDown aria-hidden className={cn("transition-transform duration-1", showsDetails && "rotate-180")} />
          </IconButton>
          <MessageMenu message={message} />
        </span>
      </header>
      <div className="mt-1 md:pl-8">
        <div className="max-w-measure">
          {showsDetails ? <MessageDetails message={message} id={detailsId} /> : null}
          <MessageNotices message={message} />
          {message.hasHtml ? <HtmlFrame message={message} /> : <PlainText message={message} />}
          <MessageFiles files={message.attachments.filter(({ isInline }) => !isInline)} />
          <RecipientOutcomes
            outcomes={message.sentFrom?.outcomes.some(({ accepted }) => !accepted) ? message.sentFrom.outcomes : []}
            className="mt-2"
          />
        </div>
      </div>
    </article>
  );
}

function Sender({
  message,
  author,
  onFold,
}: {
  message: MessageView;
  author: { isYou: boolean; name: string };
  onFold: () => void;
}) {
  const t = useTranslations("thread");
  return (
    <button
      type="button"
      onClick={onFold}
      title={t("message.fold")}
      className="flex min-w-0 flex-1 items-baseline gap-2 rounded-1 text-left max-md:flex-col max-md:gap-0"
    >
      <span className="max-w-full shrink-0 truncate text-13 font-strong">{author.isYou ? t("you") : author.name}</span>
      <span className="max-w-full min-w-0 truncate text-12 text-text-3">
        {message.from.address}
        {message.step === null ? "" : `, ${t("message.step", { step: message.step })}`}
      </span>
    </button>
  );
}

const SHOWN = 2;

function Marks({ message, thread }: { message: MessageView; thread: ThreadView }) {
  const t = useTranslations("thread.message");
  const { isAutomatic, automaticReason, direction } = message;
  const reason = `automaticReason.${automaticReason ?? ""}` as Parameters<typeof t.has>[0];
  const { viewer } = useViewer();
  // Mail to the mailbox of whoever works on the thread is mail to them.
  const isYours = thread.mailbox.displayName === viewer.name || thread.assignee?.id === viewer.id;
  const everybody = [...message.to, ...message.cc, ...message.bcc].map((party) =>
    isYours && direction === "in" && sameAddress(party.address, thread.mailbox.address)
      ? t("toYou")
      : shortNameOf(party),
  );
  const names = everybody.slice(0, SHOWN).join(", ");
  return (
    <span className="flex shrink-0 items-center gap-2 text-12 text-text-3 max-lg:[&>.to]:hidden">
      {isAutomatic ? (
        <span title={t.has(reason) ? t(reason) : undefined}>
          <Badge>{t(automaticReason === "unproven_sender" ? "unproven" : "automatic")}</Badge>
        </span>
      ) : answersForLead(message, thread) ? (
        <Badge>{t("answeredFor", { name: thread.lead?.firstName || thread.contact.name })}</Badge>
      ) : null}
      {everybody.length > 0 ? (
        <span className="to max-w-48 truncate">
          {t("to", {
            names: everybody.length > SHOWN ? t("andMore", { names, count: everybody.length - SHOWN }) : names,
          })}
        </span>
      ) : null}
    </span>
  );
}
