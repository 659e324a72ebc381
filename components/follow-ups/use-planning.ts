import { useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { bothClocks } from "@/components/composer/clock-words";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { zonesOf } from "@/components/composer/zones-of";
import { useViewer } from "@/components/inbox/viewer";
import { toast } from "@/components/ui/toast";
import type { ActionError } from "@/lib/actions/action";
import { planFollowUps, reopenFollowUps, stopFollowUps } from "@/lib/actions/follow-ups";
import type { FollowUpsView } from "@/lib/domain/follow-up";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { PlanFollowUpsInput } from "@/lib/services/follow-ups/schemas";
import { followUpsQuery } from "@/lib/queries/follow-ups";
import { stepsAhead } from "./steps-ahead";

type Around = {
  thread: ThreadView;
  /** What they take the place of: it comes back with undo. */
  former: FollowUpsView | null;
  onPlanned: () => void;
};

/** Plans follow-ups, says when the first leaves, and offers to take them back. What is refused stays in the dialog, with its reason. */
export function usePlanning({ thread, former, onPlanned }: Around) {
  const t = useTranslations("follow-ups");
  const locale = useLocale();
  const queries = useQueryClient();
  const { viewer } = useViewer();
  const action = useReplyAction();
  const [isPending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const tell = (chainId: string, times: string[]) => {
    const { first, isTheirs } = bothClocks(new Date(times[0] ?? ""), zonesOf(thread, viewer), new Date(), locale);
    const time = isTheirs ? t("inPlace", { time: first.short, place: first.place }) : first.short;
    const takeBack = () =>
      former && stepsAhead(former).length > 0
        ? action.run(() => reopenFollowUps({ chainId: former.id, insteadOf: chainId }))
        : action.run(() => stopFollowUps({ chainId }));
    const undo = { label: t("undo"), onPress: takeBack };
    toast(t("toast.planned", { count: times.length, time }), { tone: "accent", action: undo });
  };
  const wordsOf = ({ code, reason, fields = [] }: ActionError): string => {
    const word = `refused.${fields[0]?.reason ?? reason ?? code}` as "refused.other";
    return t(t.has(word) ? word : "refused.other");
  };
  return {
    isPending,
    problem,
    run: (input: PlanFollowUpsInput) =>
      start(async () => {
        setProblem(null);
        const answer = await planFollowUps(input).catch(() => null);
        if (!answer?.ok) {
          setProblem(answer ? wordsOf(answer.error) : t("refused.unreachable"));
          // What is planned here by now is what the dialog shows when it opens again.
          if (answer?.error.code === "conflict") await queries.invalidateQueries(followUpsQuery(thread.id));
          return;
        }
        onPlanned();
        tell(
          answer.data.chainId,
          answer.data.steps.map(({ scheduledTime }) => scheduledTime),
        );
        await queries.invalidateQueries();
      }),
  };
}
