"use client";

import { AlignLeft, ChevronDown, Code } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useId, useState } from "react";
import { useMay } from "@/components/inbox/use-may";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { InvitationAnswer as Answer } from "@/lib/domain/invitation-answer";
import type { MessageView } from "@/lib/domain/message-view";
import { messageFilesPath, printPath } from "@/lib/url/mail-paths";
import { MessageFiles } from "./files/message-files";
import { InvitationAnswer } from "./invitation-answer";
import { InvitationCard } from "./invitation-card";
import { MessageBody, type BodyView } from "./message-body";
import { MessageDetails } from "./message-details";
import { MessageMarks } from "./message-marks";
import { MessageMenu } from "./message-menu";
import { MessageNotices } from "./message-notices";
import { MessageTime } from "./message-time";
import { authorOf } from "./people-words";
import { printMail } from "./print-mail";
import { RecipientOutcomes } from "./recipient-outcomes";
import type { Surroundings } from "./use-surroundings";

type MessageCardProps = {
  message: MessageView;
  around: Surroundings;
  /** It came while the thread was open. */
  isFresh: boolean;
  /** Its frame is loaded at once. */
  isNear: boolean;
  /** What is about to be answered to its invitation. */
  leaving: Answer | null;
  onFold: (messageId: string) => void;
};

/** A message in full: who wrote to whom and when, what is to be said about it, its text and its files. */
export const MessageCard = memo(function MessageCard(props: MessageCardProps) {
  const { message, around, isFresh, isNear, leaving, onFold } = props;
  const t = useTranslations("thread.message");
  const mayAnswer = useMay("reply.send");
  const { viewer, words } = useViewer();
  const detailsId = useId();
  const [showsDetails, setDetails] = useState(false);
  const [view, setView] = useState<BodyView | null>(null);
  const printFailed = t("printFailed");
  const print = (messageId?: string) => void printMail(printPath(message.api.id, messageId), printFailed);
  const author = authorOf(message, viewer.id);
  const name = author.isYou ? t("toYou") : author.name;
  return (
    <article
      aria-label={t("label", { name, time: words.precise(message.sentAt) })}
      data-message={message.id}
      className={cn(
        "group/message border-b border-line px-4 pt-2.5 pb-3 last:border-b-0 has-[+[data-reply]]:border-b-0",
        isFresh && "transition-[opacity,translate] duration-3 starting:translate-y-1 starting:opacity-0",
      )}
    >
      <header className="@container">
        <div className="flex items-center gap-x-2 @max-xl:flex-wrap">
          <Avatar name={author.name} />
          <Sender message={message} author={author} onFold={() => onFold(message.id)} />
          <MessageMarks message={message} around={around} />
          <MessageTime at={message.sentAt} className="text-text-2" />
          <span className="-mr-1.5 flex shrink-0">
            {message.hasHtml ? <OtherViews view={view} onView={setView} /> : null}
            <IconButton
              label={t("details")}
              aria-expanded={showsDetails}
              aria-controls={detailsId}
              onClick={() => setDetails(!showsDetails)}
              className="size-control-sm"
            >
              <ChevronDown
                aria-hidden
                className={cn("transition-transform duration-1", showsDetails && "rotate-180")}
              />
            </IconButton>
            <MessageMenu message={message} view={view ?? "formatted"} onView={setView} onPrint={print} />
          </span>
        </div>
      </header>
      <div className="mt-1 md:pl-8">
        <div className="max-w-measure">
          {showsDetails ? <MessageDetails message={message} id={detailsId} /> : null}
          <MessageNotices message={message} around={around} />
          {message.invitation ? (
            <InvitationCard invitation={message.invitation} around={around}>
              {mayAnswer ? (
                <InvitationAnswer message={message} invitation={message.invitation} around={around} leaving={leaving} />
              ) : null}
            </InvitationCard>
          ) : null}
          <MessageBody
            message={message}
            isNear={isNear}
            view={view}
            onView={setView}
            onPrint={() => print(message.id)}
          />
          <MessageFiles
            allPath={messageFilesPath(message.id)}
            files={message.attachments.filter(({ isInline }) => !isInline)}
            remoteFiles={message.remoteFiles}
          />
          <RecipientOutcomes
            outcomes={message.sentFrom?.outcomes.some(({ accepted }) => !accepted) ? message.sentFrom.outcomes : []}
            className="mt-2"
          />
        </div>
      </div>
    </article>
  );
});

const OTHER_VIEWS = [
  { name: "plain", label: "plainView", Icon: AlignLeft },
  { name: "source", label: "sourceView", Icon: Code },
] as const;

/** The text alone and the source, one click away where there is room and a pointer to click with; they stand in the menu too. */
function OtherViews({ view, onView }: { view: BodyView | null; onView: (view: BodyView) => void }) {
  const t = useTranslations("thread.message.view");
  return OTHER_VIEWS.map(({ name, label, Icon }) => (
    <IconButton
      key={name}
      label={t(label)}
      aria-pressed={view === name}
      onClick={() => onView(view === name ? "formatted" : name)}
      className={cn(
        "size-control-sm @max-lg:hidden touch:hidden",
        "opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100",
      )}
    >
      <Icon aria-hidden />
    </IconButton>
  ));
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
      aria-expanded
      onClick={onFold}
      className="touch-target min-w-12 flex-1 rounded-1 text-left @xl:basis-auto"
    >
      {/* An address of which a few letters would be seen gives way to the name and to what stands beside them. */}
      <span className="flex items-baseline gap-x-2 overflow-hidden text-13 @max-md:flex-col @md:h-[1lh] @md:flex-wrap @md:content-start">
        <span dir="auto" className="max-w-full truncate font-strong">
          {author.isYou ? t("you") : author.name}
        </span>
        <span
          title={message.from.address}
          className="max-w-full truncate text-12 text-text-3 @md:w-0 @md:flex-1 @md:basis-20"
        >
          {message.from.address}
          {message.step === null ? "" : `, ${t("message.step", { step: message.step })}`}
        </span>
      </span>
    </button>
  );
}
