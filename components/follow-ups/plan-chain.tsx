"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { zonesOf } from "@/components/composer/zones-of";
import { useViewer } from "@/components/inbox/viewer";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import type { FollowUpsView } from "@/lib/domain/follow-up";
import type { ThreadView } from "@/lib/domain/thread-view";
import { followUpsQuery } from "@/lib/queries/follow-ups";
import { threadQuery } from "@/lib/queries/threads";
import { chainAhead } from "./chain-ahead";
import { ChainDialog } from "./chain-dialog";
import { keptOf } from "./chain-draft";
import { countedFrom } from "./counted-from";
import { rememberWaits } from "./kept-chain";
import { stepsAhead } from "./steps-ahead";
import { useChain } from "./use-chain";
import { usePlanning } from "./use-planning";

export type PlanChainProps = {
  threadId: number;
  /** The lead's day on which the first step leaves ("2026-11-19"), where it is known already. */
  startDate?: string;
  onClose: () => void;
};

/** Plans follow-ups of a thread. Those that are planned already are taken over and replaced. */
export function PlanChain(props: PlanChainProps) {
  const thread = useQuery(threadQuery(props.threadId)).data?.thread;
  const { data: last, isError } = useQuery(followUpsQuery(props.threadId));
  if (!thread || (last === undefined && !isError)) return null;
  return <Planning {...props} thread={thread} former={last?.endedAt === null ? last : null} />;
}

type PlanningProps = PlanChainProps & { thread: ThreadView; former: FollowUpsView | null };

function Planning({ thread, former, startDate, onClose }: PlanningProps) {
  const t = useTranslations("follow-ups.editor");
  const { viewer } = useViewer();
  // As it stood when the dialog opened: what leaves meanwhile is not counted anew.
  const [began] = useState(() => ({ former, at: new Date() }));
  const model = useChain({
    threadId: thread.id,
    place: "thread",
    initial: began.former && chainAhead(began.former),
  });
  const close = () => {
    onClose();
    keepFocus();
  };
  const planning = usePlanning({
    thread,
    former: began.former,
    onPlanned: () => {
      model.forget();
      close();
    },
  });
  const count = model.chain.steps.length;
  const take = (stopCategoryIds: string[]) => {
    const { steps, awayRule } = keptOf(model.chain);
    rememberWaits(steps.map(({ wait }) => wait));
    planning.run({
      threadId: thread.id,
      steps,
      stopCategoryIds,
      awayRule,
      ...(began.former ? { replaces: began.former.id } : {}),
      ...(startDate ? { startDate } : {}),
    });
  };
  return (
    <ChainDialog
      thread={thread}
      model={model}
      counted={{ ...countedFrom(thread, began.at), startDate }}
      zones={zonesOf(thread, viewer)}
      label={t(began.former ? "replace" : "plan", { count })}
      isPending={planning.isPending}
      problem={planning.problem}
      note={
        began.former ? (
          <p className="text-12 text-text-2">{t("replaces", { count: stepsAhead(began.former).length })}</p>
        ) : null
      }
      onTake={take}
      onClose={close}
    />
  );
}

/** The focus goes back to where it was; where that was nowhere, to the thread, else to its list. */
function keepFocus(): void {
  requestAnimationFrame(() => {
    if (!isFocusLost()) return;
    const places = ["[data-thread-scroller]", "[data-thread][tabindex='0']"];
    places
      .map((place) => document.querySelector<HTMLElement>(place))
      .find(Boolean)
      ?.focus({ preventScroll: true });
  });
}
