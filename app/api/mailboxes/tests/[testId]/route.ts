import { apiGet } from "@/lib/auth/cookie-route";
import { getMailboxTest } from "@/lib/services/mailboxes/get-mailbox-test";
import { MailboxTestInput } from "@/lib/services/mailboxes/schemas";

export const GET = apiGet(MailboxTestInput, getMailboxTest);
