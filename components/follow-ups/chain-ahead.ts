import { withEscapedBraces } from "@/lib/domain/fill-variables";
import type { FollowUpsView } from "@/lib/domain/follow-up";
import type { KeptChain } from "./chain-draft";
import { stepsAhead } from "./steps-ahead";

/** What is still to leave of follow-ups, to be written on or planned again. Their variables are filled: braces in them are words. */
export const chainAhead = (view: FollowUpsView): KeptChain => ({
  steps: stepsAhead(view).map(({ bodyHtml, wait }) => ({
    bodyHtml: withEscapedBraces(bodyHtml),
    templateIds: [],
    wait,
  })),
  stopCategoryIds: view.stopCategoryIds,
  awayRule: view.awayRule,
});
