import { apiGet } from "@/lib/auth/cookie-route";
import { guessServers } from "@/lib/services/mailboxes/guess-servers";
import { GuessServersInput } from "@/lib/services/mailboxes/schemas";

export const GET = apiGet(GuessServersInput, (context, input) => guessServers(context, input));
