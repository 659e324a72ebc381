"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { NoteBox } from "@/components/notes/note-box";
import { Button } from "@/components/ui/button";
import type { ThreadView } from "@/lib/domain/thread-view";
import { HitBar } from "./hit-bar";
import { LinkLine } from "./link-line";
import { ThreadOutbox } from "./thread-outbox";
import { ThreadParts } from "./thread-parts";
import { useArrivalWords } from "./use-arrival-words";
import { useFoldKeys } from "./use-fold-keys";
import { useMarkRead } from "./use-mark-read";
import { useMessageFolds } from "./use-message-folds";
import { useMessageKeys } from "./use-message-keys";
import { useSearchHits } from "./use-search-hits";
import { useThreadScroll } from "./use-thread-scroll";
import { useThreadSearch } from "./use-thread-search";

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
  useMessageKeys(scroller);
  const arrivalWords = useArrivalWords(messages);
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
        <ThreadParts thread={thread} folds={folds} />
        <ThreadOutbox thread={thread} />
        <NoteBox threadId={thread.id} />
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
