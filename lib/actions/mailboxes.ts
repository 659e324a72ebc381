"use server";

import { createMailbox as createMailboxVerb } from "@/lib/services/mailboxes/create-mailbox";
import { disableMailbox as disableMailboxVerb } from "@/lib/services/mailboxes/disable-mailbox";
import { enableMailbox as enableMailboxVerb } from "@/lib/services/mailboxes/enable-mailbox";
import { removeMailbox as removeMailboxVerb } from "@/lib/services/mailboxes/remove-mailbox";
import { saveMailboxSettings as saveMailboxSettingsVerb } from "@/lib/services/mailboxes/save-mailbox-settings";
import {
  CreateMailboxInput,
  LeaveMailboxInput,
  MailboxInput,
  SaveMailboxSettingsInput,
  UpdateMailboxInput,
} from "@/lib/services/mailboxes/schemas";
import { testMailbox as testMailboxVerb } from "@/lib/services/mailboxes/test-mailbox";
import { updateMailbox as updateMailboxVerb } from "@/lib/services/mailboxes/update-mailbox";
import { action } from "./action";

export const createMailbox = action(CreateMailboxInput, createMailboxVerb);
export const updateMailbox = action(UpdateMailboxInput, updateMailboxVerb);
export const disableMailbox = action(LeaveMailboxInput, disableMailboxVerb);
export const enableMailbox = action(MailboxInput, enableMailboxVerb);
export const testMailbox = action(MailboxInput, testMailboxVerb);
export const removeMailbox = action(LeaveMailboxInput, removeMailboxVerb);
export const saveMailboxSettings = action(SaveMailboxSettingsInput, saveMailboxSettingsVerb);
