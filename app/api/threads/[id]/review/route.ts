import { apiGet } from "@/lib/auth/cookie-route";
import { returnedOfThread } from "@/lib/services/reviews/returned-of-thread";
import { OfThreadInput } from "@/lib/services/reviews/schemas";

export const GET = apiGet(OfThreadInput, returnedOfThread);
