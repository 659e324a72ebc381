"use server";

import { addApprovalRule, updateApprovalRule } from "@/lib/services/approval-rules/write-approval-rule";
import { pauseApprovalRule } from "@/lib/services/approval-rules/pause-approval-rule";
import { removeApprovalRule } from "@/lib/services/approval-rules/remove-approval-rule";
import { approveReview } from "@/lib/services/reviews/approve-review";
import { commentReview } from "@/lib/services/reviews/comment-review";
import { pickSamples as pickSamplesVerb } from "@/lib/services/reviews/pick-samples";
import { returnReview } from "@/lib/services/reviews/return-review";
import { sampleReply } from "@/lib/services/reviews/sample-reply";
import {
  AddApprovalRuleInput,
  ApproveReviewInput,
  CommentReviewInput,
  PauseApprovalRuleInput,
  PickSamplesInput,
  RemoveApprovalRuleInput,
  ReturnReviewInput,
  SampleReplyInput,
  SettleCommentInput,
  SettleSampleInput,
  UndoApprovalInput,
  UpdateApprovalRuleInput,
} from "@/lib/services/reviews/schemas";
import { settleComment } from "@/lib/services/reviews/settle-comment";
import { settleSample as settleSampleVerb } from "@/lib/services/reviews/settle-sample";
import { undoApproval as undoApprovalVerb } from "@/lib/services/reviews/undo-approval";
import { withdrawReview } from "@/lib/services/reviews/withdraw-review";
import { action } from "./action";

export const approve = action(ApproveReviewInput, approveReview);
export const giveBack = action(ReturnReviewInput, returnReview);
export const undoApproval = action(UndoApprovalInput, undoApprovalVerb);
export const withdraw = action(UndoApprovalInput, withdrawReview);
export const comment = action(CommentReviewInput, commentReview);
export const settle = action(SettleCommentInput, settleComment);
export const sample = action(SampleReplyInput, sampleReply);
export const pickSamples = action(PickSamplesInput, pickSamplesVerb);
export const settleSample = action(SettleSampleInput, settleSampleVerb);
export const addRule = action(AddApprovalRuleInput, addApprovalRule);
export const updateRule = action(UpdateApprovalRuleInput, updateApprovalRule);
export const pauseRule = action(PauseApprovalRuleInput, pauseApprovalRule);
export const removeRule = action(RemoveApprovalRuleInput, removeApprovalRule);
