import { ArrowDown, ArrowUp, Check, Pencil, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/commands/use-commands";

/** Keys to go through the queue. */
export function useReviewCommands(step: (by: 1 | -1) => void): void {
  const t = useTranslations("review.keys");
  useCommands([
    { id: "review.next", group: "list", label: t("next"), icon: ArrowDown, repeats: true, run: () => step(1) },
    { id: "review.previous", group: "list", label: t("previous"), icon: ArrowUp, repeats: true, run: () => step(-1) },
  ]);
}

type Decisions = { isEnabled: boolean; approve: () => void; edit: () => void; giveBack: () => void };

/** Keys to decide about the one that is open. */
export function useDecisionCommands({ isEnabled, approve, edit, giveBack }: Decisions): void {
  const t = useTranslations("review.keys");
  const decision = { group: "thread" as const, isEnabled: () => isEnabled };
  useCommands([
    { ...decision, id: "review.approve", label: t("approve"), icon: Check, run: approve },
    { ...decision, id: "review.edit", label: t("edit"), icon: Pencil, run: edit },
    { ...decision, id: "review.return", label: t("return"), icon: Undo2, run: giveBack },
  ]);
}
