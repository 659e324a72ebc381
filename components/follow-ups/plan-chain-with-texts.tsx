import { MoreMessages } from "@/components/shell/more-messages";
import { PlanChain, type PlanChainProps } from "./plan-chain";

/** The dialog with its texts, which come with its code, since it is opened beside threads and beside lists. */
export const planChainWithTexts = (texts: Record<"composer" | "follow-ups", Record<string, unknown>>) => {
  const PlanChainWithTexts = (props: PlanChainProps) => (
    <MoreMessages messages={texts}>
      <PlanChain {...props} />
    </MoreMessages>
  );
  return PlanChainWithTexts;
};
