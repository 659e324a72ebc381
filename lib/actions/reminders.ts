"use server";

import { cancelReminders } from "@/lib/services/reminders/cancel-reminders";
import { dismissReminder } from "@/lib/services/reminders/dismiss-reminder";
import { remindOfThreads } from "@/lib/services/reminders/remind-of-threads";
import {
  CancelRemindersInput,
  DismissReminderInput,
  RemindOfThreadsInput,
  SnoozeThreadsInput,
  UndoRemindersInput,
} from "@/lib/services/reminders/schemas";
import { snoozeThreads } from "@/lib/services/reminders/snooze-threads";
import { undoReminders as undoVerb } from "@/lib/services/reminders/undo-reminders";
import { action } from "./action";

export const dismiss = action(DismissReminderInput, dismissReminder);
export const snooze = action(SnoozeThreadsInput, snoozeThreads);
export const remindOf = action(RemindOfThreadsInput, remindOfThreads);
export const cancelWanted = action(CancelRemindersInput, cancelReminders);
export const undoReminders = action(UndoRemindersInput, undoVerb);
