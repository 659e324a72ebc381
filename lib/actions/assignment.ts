"use server";

import { moveAssignmentRule as moveVerb } from "@/lib/services/assignment/move-assignment-rule";
import { pauseAssignmentRule as pauseVerb } from "@/lib/services/assignment/pause-assignment-rule";
import { removeAssignmentRule as removeVerb } from "@/lib/services/assignment/remove-assignment-rule";
import { saveAssignmentRule as saveVerb } from "@/lib/services/assignment/save-assignment-rule";
import {
  MoveAssignmentRuleInput,
  PauseAssignmentRuleInput,
  RemoveAssignmentRuleInput,
  SaveAssignmentRuleInput,
} from "@/lib/services/assignment/schemas";
import { action } from "./action";

export const saveAssignmentRule = action(SaveAssignmentRuleInput, saveVerb);
export const moveAssignmentRule = action(MoveAssignmentRuleInput, moveVerb);
export const pauseAssignmentRule = action(PauseAssignmentRuleInput, pauseVerb);
export const removeAssignmentRule = action(RemoveAssignmentRuleInput, removeVerb);
