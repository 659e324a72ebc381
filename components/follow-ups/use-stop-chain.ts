import { useTranslations } from "next-intl";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { toast } from "@/components/ui/toast";
import { planFollowUps, stopFollowUps } from "@/lib/actions/follow-ups";
import type { FollowUpsView } from "@/lib/domain/follow-up";
import { planAgain } from "./plan-again";

/** Stops what is still to leave of follow-ups. Undo plans it again, from the day on which it was to go on. */
export function useStopChain(chain: FollowUpsView): { isPending: boolean; stop: () => void } {
  const t = useTranslations("follow-ups");
  const action = useReplyAction();
  const undo = () => {
    const again = planAgain(chain);
    if (again) action.run(() => planFollowUps(again));
  };
  return {
    isPending: action.isPending,
    stop: () =>
      action.run(
        () => stopFollowUps({ chainId: chain.id }),
        () => void toast(t("toast.stopped"), { action: { label: t("undo"), onPress: undo } }),
      ),
  };
}
