import { apiGet } from "@/lib/auth/cookie-route";
import { SuggestRecipientsInput } from "@/lib/services/recipients/schemas";
import { suggestRecipients } from "@/lib/services/recipients/suggest-recipients";

export const GET = apiGet(SuggestRecipientsInput, suggestRecipients);
