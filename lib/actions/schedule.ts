"use server";

import { duplicateReply } from "@/lib/services/schedule/duplicate-reply";
import { handOver as handOverVerb } from "@/lib/services/schedule/hand-over";
import { moveItems } from "@/lib/services/schedule/move-items";
import { rewriteReply } from "@/lib/services/schedule/rewrite-reply";
import {
  DuplicateReplyInput,
  HandOverInput,
  MoveItemsInput,
  RewriteReplyInput,
  ShiftItemsInput,
  SpreadDayInput,
  TakeBackHandOverInput,
} from "@/lib/services/schedule/schemas";
import { shiftItems } from "@/lib/services/schedule/shift-items";
import { spreadDay } from "@/lib/services/schedule/spread-day";
import { takeBackHandOver as takeBackHandOverVerb } from "@/lib/services/schedule/take-back-hand-over";
import { action } from "./action";

export const move = action(MoveItemsInput, moveItems);
export const shift = action(ShiftItemsInput, shiftItems);
export const duplicate = action(DuplicateReplyInput, duplicateReply);
export const rewrite = action(RewriteReplyInput, rewriteReply);
export const spread = action(SpreadDayInput, spreadDay);
export const handOver = action(HandOverInput, handOverVerb);
export const takeBackHandOver = action(TakeBackHandOverInput, takeBackHandOverVerb);
