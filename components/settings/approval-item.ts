import type { ApprovalConditions } from "@/lib/domain/review";

/** A rule by which replies wait, as its page has it. */
export type ApprovalRuleItem = {
  id: string;
  name: string;
  conditions: ApprovalConditions;
  isPaused: boolean;
  mayChange: boolean;
};

type Named = { id: string; name: string };
/** What a rule can be about. */
export type RuleSubjects = { campaigns: Named[]; categories: Named[]; people: Named[] };

export const NO_CONDITIONS: ApprovalConditions = {
  newForDays: null,
  campaignIds: [],
  firstReplyCategoryIds: [],
  words: [],
  attachments: null,
  isOutsideHours: false,
  memberIds: [],
};
