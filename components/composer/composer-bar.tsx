"use client";

import { Forward, PencilLine, Reply, ReplyAll } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { Button } from "@/components/ui/button";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { DraftContent } from "@/lib/domain/draft";
import { snippetOfHtml } from "@/lib/domain/snippet-of-html";
import type { ThreadView } from "@/lib/domain/thread-view";
import { prefetchEditor } from "./open-composer";
import { hasOthers, parentOf, type ReplyMode } from "./opening";

type ComposerBarProps = {
  thread: ThreadView;
  /** What was written and is put aside. */
  kept: DraftContent | null;
  takesFocus?: boolean;
  onOpen: (mode: ReplyMode) => void;
  /** Goes on with what is put aside, whatever it is. */
  onGoOn: () => void;
};

/** What stands at the thread's foot while nothing is being written: reply, reply to all, forward, or go on with a draft. */
export function ComposerBar({ thread, kept, takesFocus = false, onOpen, onGoOn }: ComposerBarProps) {
  const t = useTranslations("composer.bar");
  const keys = {
    reply: useCommandKeys("reply.reply").aria,
    replyAll: useCommandKeys("reply.replyAll").aria,
    forward: useCommandKeys("reply.forward").aria,
  };
  // A press before the page is awake would be lost; until then the buttons say so.
  const isAsleep = !useHydrated();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The element that had the focus is gone: the thread takes it, never the page.
    if (!takesFocus || !isFocusLost()) return;
    (bar.current?.querySelector("button") ?? bar.current)?.focus();
  }, [takesFocus]);
  const parent = parentOf(thread);
  if (!parent) return null;
  const isToAll = hasOthers(thread, parent);
  return (
    <div
      ref={bar}
      data-foot
      onPointerEnter={prefetchEditor}
      onFocus={prefetchEditor}
      className="flex min-h-bar flex-wrap items-center gap-2 border-t border-line px-3 py-2"
    >
      {kept ? (
        <Button
          icon={<PencilLine aria-hidden />}
          disabled={isAsleep}
          onClick={onGoOn}
          className="max-w-full min-w-0 max-md:h-control-touch max-md:flex-1"
        >
          <span className="text-warn">{t("draft")}</span>
          <span dir="auto" className="max-w-72 truncate font-regular">
            {snippetOfHtml(kept.bodyHtml) || t("empty")}
          </span>
        </Button>
      ) : (
        <>
          {isToAll ? (
            <Button
              icon={<ReplyAll aria-hidden />}
              aria-keyshortcuts={keys.replyAll}
              disabled={isAsleep}
              onClick={() => onOpen("reply_all")}
              className="max-md:h-control-touch max-md:flex-1"
            >
              {t("replyAll")} <CommandKeys id="reply.replyAll" />
            </Button>
          ) : null}
          <Button
            variant={isToAll ? "quiet" : "secondary"}
            icon={<Reply aria-hidden />}
            aria-keyshortcuts={keys.reply}
            disabled={isAsleep}
            onClick={() => onOpen("reply")}
            className="max-md:h-control-touch max-md:flex-1"
          >
            {t("reply")} <CommandKeys id="reply.reply" />
          </Button>
          <Button
            variant="quiet"
            icon={<Forward aria-hidden />}
            aria-keyshortcuts={keys.forward}
            disabled={isAsleep}
            onClick={() => onOpen("forward")}
            className="max-md:h-control-touch"
          >
            <span className="max-md:sr-only">{t("forward")}</span> <CommandKeys id="reply.forward" />
          </Button>
        </>
      )}
    </div>
  );
}
