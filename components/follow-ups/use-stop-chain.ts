import { useTranslations } from "next-intl";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { toast } from "@/components/ui/toast";
import { offerAhead } from "@/components/ui/undo-offers";
import { reopenFollowUps, stopFollowUps } from "@/lib/actions/follow-ups";
import type { FollowUpsView } from "@/lib/domain/follow-up";

/** Stops what is still to leave of follow-ups. Undo lets it go on as it was. */
export function useStopChain(chain: FollowUpsView): { isPending: boolean; stop: () => void } {
  const t = useTranslations("follow-ups");
  const action = useReplyAction();
  const undo = () => action.run(() => reopenFollowUps({ chainId: chain.id }));
  return {
    isPending: action.isPending,
    stop: () => {
      const end = offerAhead();
      const tell = (of: string) => void toast(t("toast.stopped"), { action: { label: t("undo"), onPress: undo, of } });
      action.run(
        () => stopFollowUps({ chainId: chain.id }),
        () => end(undo, tell),
        () => end(null),
      );
    },
  };
}
