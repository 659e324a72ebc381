"use server";

import { createMailbox as createMailboxVerb } from "@/lib/services/mailboxes/create-mailbox";
import { disableMailbox as disableMailboxVerb } from "@/lib/services/mailboxes/disable-mailbox";
import { enableMailbox as enableMailboxVerb } from "@/lib/services/mailboxes/enable-mailbox";
import { CreateMailboxInput, MailboxInput, UpdateMailboxInput } from "@/lib/services/mailboxes/schemas";
import { testMailbox as testMailboxVerb } from "@/lib/services/mailboxes/test-mailbox";
import { updateMailbox as updateMailboxVerb } from "@/lib/services/mailboxes/update-mailbox";
import { action } from "./action";

export const createMailbox = action(CreateMailboxInput, createMailboxVerb);
export const updateMailbox = action(UpdateMailboxInput, updateMailboxVerb);
export const disableMailbox = action(MailboxInput, disableMailboxVerb);
export const enableMailbox = action(MailboxInput, enableMailboxVerb);
export const testMailbox = action(MailboxInput, testMailboxVerb);
