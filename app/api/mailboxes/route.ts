import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listMailboxHealth } from "@/lib/services/mailboxes/list-mailbox-health";

export const GET = apiGet(z.strictObject({}), listMailboxHealth);
