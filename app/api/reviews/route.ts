import { apiGet } from "@/lib/auth/cookie-route";
import { listReviews } from "@/lib/services/reviews/list-reviews";
import { ListReviewsInput } from "@/lib/services/reviews/schemas";

export const GET = apiGet(ListReviewsInput, listReviews);
