import { apiGet } from "@/lib/auth/cookie-route";
import { listReviewers } from "@/lib/services/reviews/list-reviewers";
import { OfThreadInput } from "@/lib/services/reviews/schemas";

export const GET = apiGet(OfThreadInput, listReviewers);
