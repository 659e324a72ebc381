import { CalendarPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { ComposerModel } from "./use-composer";

/** What is to follow the reply if nobody answers: how many, to be edited or taken away. */
export function FollowUpsChip({ model: { state, dispatch }, onEdit }: { model: ComposerModel; onEdit: () => void }) {
  const t = useTranslations("follow-ups.composer");
  const undo = useTranslations("follow-ups")("undo");
  const { followUps, kind } = state.writing;
  if (!followUps || kind) return null;
  const remove = () => {
    dispatch({ type: "followUps", followUps: null });
    toast(t("removed"), { action: { label: undo, onPress: () => dispatch({ type: "followUps", followUps }) } });
  };
  return (
    <span className="flex min-w-0 items-center" data-follow-ups-chip>
      <Button
        size="sm"
        variant="quiet"
        icon={<CalendarPlus aria-hidden />}
        onClick={onEdit}
        className="-ml-2 min-w-0 shrink"
      >
        <span className="truncate">{t("chip", { count: followUps.steps.length })}</span>
      </Button>
      <IconButton label={t("remove")} className="size-control-sm" onClick={remove}>
        <X aria-hidden />
      </IconButton>
    </span>
  );
}
