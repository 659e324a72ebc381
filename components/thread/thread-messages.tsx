"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ThreadView } from "@/lib/domain/thread-view";
import { FoldedMessage, MoreMessages } from "./folded-messages";
import { HitBar } from "./hit-bar";
import { leavingAnswer } from "./leaving-answer";
import { LinkLine } from "./link-line";
import { MessageCard } from "./message-card";
import { threadParts } from "./message-folds";
import { ThreadOutbox } from "./thread-outbox";
import { useArrivalWords } from "./use-arrival-words";
import { useFoldKeys } from "./use-fold-keys";
import { useMarkRead } from "./use-mark-read";
import { useMessageFolds } from "./use-message-folds";
import { useSearchHits } from "./use-search-hits";
import { useSurroundings } from "./use-surroundings";
import { useThreadScroll } from "./use-thread-scroll";
import { useThreadSearch } from "./use-thread-search";

/** Of so many messages at the end the frames load at once, of others when they come near the view. */
const NEAR = 3;

/** The exchange, oldest first, and below it what is on its way. */
export function ThreadMessages({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread");
  const scroller = useRef<HTMLDivElement>(null);
  const search = useThreadSearch(thread.messages);
  const hits = useSearchHits(scroller, search.marks);
  const { messages } = thread;
  const folds = useMessageFolds(scroller, messages, search.hitIds);
  const { arrived, waiting, show } = useThreadScroll(scroller, messages, { isSearched: search.marks.length > 0 });
  useMarkRead(thread, { ids: waiting, count: arrived });
  useFoldKeys(folds);
  const arrivalWords = useArrivalWords(messages);
  const around = useSurroundings(thread);
  const near = useMemo(() => new Set(messages.slice(-NEAR).map(({ id }) => id)), [messages]);
  const [known] = useState(() => new Set(messages.map(({ id }) => id)));
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {search.marks.length > 0 ? (
        <HitBar
          words={search.words}
          count={hits.count}
          index={hits.index}
          onStep={hits.step}
          onClose={search.close}
          scroller={scroller}
        />
      ) : null}
      <div
        ref={scroller}
        data-thread-scroller
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached with the keyboard too
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain -outline-offset-2"
      >
        {threadParts(messages, folds.isOpen, folds.isUnfolded).map((part) =>
          part.kind === "more" ? (
            <MoreMessages
              key={`more-${part.key}`}
              count={part.messages.length}
              onShow={() => folds.unfold(part.key, part.messages[0]!.id)}
            />
          ) : part.kind === "folded" ? (
            <FoldedMessage key={part.message.id} message={part.message} onOpen={folds.toggle} />
          ) : (
            <MessageCard
              key={part.message.id}
              message={part.message}
              around={around}
              isFresh={!known.has(part.message.id)}
              isNear={near.has(part.message.id)}
              leaving={leavingAnswer(thread.replies, part.message.id)}
              onFold={folds.toggle}
            />
          ),
        )}
        <ThreadOutbox thread={thread} />
      </div>
      <LinkLine />
      <p aria-live="polite" className="sr-only">
        {arrivalWords}
      </p>
      {arrived > 0 ? (
        <Button
          variant="primary"
          size="sm"
          icon={<ArrowDown aria-hidden />}
          onClick={show}
          className="absolute bottom-3 left-1/2 z-sticky -translate-x-1/2 shadow-2"
        >
          {t("arrived", { count: arrived })}
        </Button>
      ) : null}
    </div>
  );
}
