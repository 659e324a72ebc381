import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listDueReminders } from "@/lib/services/reminders/list-due-reminders";

export const GET = apiGet(z.strictObject({}), listDueReminders);
