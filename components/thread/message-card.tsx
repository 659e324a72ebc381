"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useId, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { MessageView } from "@/lib/domain/thread-view";
import { HtmlFrame } from "./html-frame";
import { InvitationCard } from "./invitation-card";
import { MessageDetails } from "./message-details";
import { MessageFiles } from "./message-files";
import { MessageMarks } from "./message-marks";
import { MessageMenu } from "./message-menu";
import { MessageNotices } from "./message-notices";
import { MessageTime } from "./message-time";
import { authorOf } from "./people-words";
import { PlainText } from "./plain-text";
import { RecipientOutcomes } from "./recipient-outcomes";
import type { Surroundings } from "./use-surroundings";

type MessageCardProps = {
  message: MessageView;
  around: Surroundings;
  /** It came while the thread was open. */
  isFresh: boolean;
  /** Its frame is loaded at once. */
  isNear: boolean;
  onFold: (messageId: string) => void;
};

/** A message in full: who wrote to whom and when, what is to be said about it, its text and its files. */
export const MessageCard = memo(function MessageCard(props: MessageCardProps) {
  const { message, around, isFresh, isNear, onFold } = props;
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
      className={cn(
        "border-b border-line px-4 pt-2.5 pb-3 last:border-b-0 has-[+[data-reply]]:border-b-0",
        isFresh && "transition-[opacity,translate] duration-3 starting:translate-y-1 starting:opacity-0",
      )}
    >
      <header className="flex items-center gap-x-2 max-lg:flex-wrap">
        <Avatar name={author.name} />
        <Sender message={message} author={author} onFold={() => onFold(message.id)} />
        <MessageMarks message={message} around={around} />
        <MessageTime at={message.sentAt} className="text-text-2" />
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
          {message.invitation ? <InvitationCard invitation={message.invitation} around={around} /> : null}
          {message.hasHtml ? <HtmlFrame message={message} isNear={isNear} /> : <PlainText message={message} />}
          <MessageFiles files={message.attachments.filter(({ isInline }) => !isInline)} />
          <RecipientOutcomes
            outcomes={message.sentFrom?.outcomes.some(({ accepted }) => !accepted) ? message.sentFrom.outcomes : []}
            className="mt-2"
          />
        </div>
      </div>
    </article>
  );
});

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
      aria-expanded
      onClick={onFold}
      className="touch-target flex min-w-0 flex-1 items-baseline gap-2 rounded-1 text-left max-md:flex-col max-md:gap-0"
    >
      <span className="max-w-full shrink-0 truncate text-13 font-strong">{author.isYou ? t("you") : author.name}</span>
      <span title={message.from.address} className="max-w-full min-w-0 truncate text-12 text-text-3">
        {message.from.address}
        {message.step === null ? "" : `, ${t("message.step", { step: message.step })}`}
      </span>
    </button>
  );
}
