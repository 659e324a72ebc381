import { apiGet } from "@/lib/auth/cookie-route";
import { getLeaving } from "@/lib/services/mailboxes/get-leaving";
import { MailboxInput } from "@/lib/services/mailboxes/schemas";

export const GET = apiGet(MailboxInput, getLeaving);
