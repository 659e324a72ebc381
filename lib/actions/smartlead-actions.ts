"use server";

import {
  AddTaskInput,
  ForwardMessageInput,
  PauseLeadInput,
  ResumeLeadInput,
  SetReminderInput,
  UnsubscribeLeadInput,
} from "@/lib/services/smartlead/action-schemas";
import { addTask as addTaskVerb } from "@/lib/services/smartlead/add-task";
import { forwardMessage } from "@/lib/services/smartlead/forward-message";
import { pauseLead } from "@/lib/services/smartlead/pause-lead";
import { resumeLead } from "@/lib/services/smartlead/resume-lead";
import { setReminder } from "@/lib/services/smartlead/set-reminder";
import { unsubscribeLead } from "@/lib/services/smartlead/unsubscribe-lead";
import { action } from "./action";

export const pause = action(PauseLeadInput, pauseLead);
export const resume = action(ResumeLeadInput, resumeLead);
export const addTask = action(AddTaskInput, addTaskVerb);
export const remind = action(SetReminderInput, setReminder);
export const unsubscribe = action(UnsubscribeLeadInput, unsubscribeLead);
export const forward = action(ForwardMessageInput, forwardMessage);
