import { apiGet } from "@/lib/auth/cookie-route";
import { SendTimesInput } from "@/lib/services/threads/schemas";
import { sendTimes } from "@/lib/services/threads/send-times";

export const GET = apiGet(SendTimesInput, sendTimes);
