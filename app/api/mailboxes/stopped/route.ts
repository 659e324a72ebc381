import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listStoppedMailboxes } from "@/lib/services/mailboxes/list-stopped-mailboxes";

export const GET = apiGet(z.strictObject({}), listStoppedMailboxes);
