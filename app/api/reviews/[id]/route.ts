import { apiGet } from "@/lib/auth/cookie-route";
import { getReview } from "@/lib/services/reviews/get-review";
import { GetReviewInput } from "@/lib/services/reviews/schemas";

export const GET = apiGet(GetReviewInput, getReview);
