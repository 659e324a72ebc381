import { apiGet } from "@/lib/auth/cookie-route";
import { getReplyText } from "@/lib/services/schedule/get-reply-text";
import { OneReplyInput } from "@/lib/services/schedule/schemas";

export const GET = apiGet(OneReplyInput, getReplyText);
