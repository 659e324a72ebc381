"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import type { ThreadView } from "@/lib/domain/thread-view";
import { FoldedMessage, MoreMessages } from "./folded-messages";
import { HitBar } from "./hit-bar";
import { MessageCard } from "./message-card";
import { openedAtFirst, threadParts } from "./message-folds";
import { ReplyState } from "./reply-state";
import { useSearchHits } from "./use-search-hits";
import { useThreadScroll } from "./use-thread-scroll";
import { useThreadSearch } from "./use-thread-search";

/** The exchange, oldest first, and below it what is on its way. */
export function ThreadMessages({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread");
  const { viewer } = useViewer();
  const scroller = useRef<HTMLDivElement>(null);
  const search = useThreadSearch(thread.messages);
  const hits = useSearchHits(scroller, search.marks);
  const folds = useFolds(thread, search.hitIds);
  const { arrived, show } = useThreadScroll(scroller, thread.messages, { isSearched: search.marks.length > 0 });
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {search.marks.length > 0 ? (
        <HitBar q={search.q} count={hits.count} index={hits.index} onStep={hits.step} onClose={search.close} />
      ) : null}
      <div
        ref={scroller}
        data-thread-scroller
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached with the keyboard too
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain -outline-offset-2"
      >
        {threadParts(thread.messages, folds.isOpen, folds.isUnfolded).map((part) =>
          part.kind === "more" ? (
            <MoreMessages key={`more-${part.key}`} count={part.messages.length} onShow={() => folds.unfold(part.key)} />
          ) : part.kind === "folded" ? (
            <FoldedMessage key={part.message.id} message={part.message} onOpen={() => folds.toggle(part.message.id)} />
          ) : (
            <MessageCard
              key={part.message.id}
              message={part.message}
              thread={thread}
              onFold={() => folds.toggle(part.message.id)}
            />
          ),
        )}
        {thread.replies.map((reply) => (
          <ReplyState key={reply.id} reply={reply} thread={thread} viewer={viewer} />
        ))}
      </div>
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

/** Which messages are open: those of the first moment, of a search, and that came since, less or plus what was pressed. */
function useFolds({ messages }: ThreadView, hitIds: ReadonlySet<string>) {
  const [first] = useState(() => ({
    opened: openedAtFirst(messages),
    known: new Set(messages.map(({ id }) => id)),
  }));
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const opensByItself = (id: string) => first.opened.has(id) || hitIds.has(id) || !first.known.has(id);
  return {
    isOpen: (id: string) => opensByItself(id) !== toggled.has(id),
    isUnfolded: (key: string) => unfolded.has(key),
    toggle: (id: string) =>
      setToggled((before) =>
        before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id]),
      ),
    unfold: (key: string) => setUnfolded((before) => new Set([...before, key])),
  };
}
