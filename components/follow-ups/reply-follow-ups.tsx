import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ComposerModel } from "@/components/composer/use-composer";
import type { ThreadView } from "@/lib/domain/thread-view";
import { followUpsQuery } from "@/lib/queries/follow-ups";
import { ChainDialog } from "./chain-dialog";
import { keptOf } from "./chain-draft";
import { countedFrom } from "./counted-from";
import { rememberWaits } from "./kept-chain";
import { stepsAhead } from "./steps-ahead";
import { useChain } from "./use-chain";

type ReplyFollowUpsProps = { model: ComposerModel; thread: ThreadView; onClose: () => void };

/** What follows the reply that is being written, if nobody answers. They are planned when it is sent. */
export function ReplyFollowUps({ model: composer, thread, onClose }: ReplyFollowUpsProps) {
  const t = useTranslations("follow-ups");
  const { state, zones } = composer;
  const [began] = useState(() => new Date());
  const { data: last } = useQuery(followUpsQuery(thread.id));
  const former = last?.endedAt === null ? last : null;
  const model = useChain({ threadId: thread.id, place: "reply", initial: state.writing.followUps ?? null });
  const replyAt = state.schedule?.time ?? null;
  return (
    <ChainDialog
      thread={thread}
      model={model}
      counted={countedFrom(thread, replyAt ? new Date(replyAt) : began)}
      zones={zones}
      replyAt={replyAt}
      label={t("editor.addToReply", { count: model.chain.steps.length })}
      isPending={false}
      problem={null}
      note={
        former ? (
          <p className="text-12 text-text-2">{t("editor.replaces", { count: stepsAhead(former).length })}</p>
        ) : null
      }
      onTake={(stopCategoryIds) => {
        // Only what was shown makes way for them, whatever is planned until they leave.
        const followUps = { ...keptOf(model.chain), stopCategoryIds, ...(former ? { replaces: former.id } : {}) };
        rememberWaits(followUps.steps.map(({ wait }) => wait));
        composer.dispatch({ type: "followUps", followUps });
        // The draft keeps them from now on.
        model.forget();
        onClose();
      }}
      onClose={onClose}
    />
  );
}
