import { apiGet } from "@/lib/auth/cookie-route";
import { listLeadOffers } from "@/lib/services/leads/list-lead-offers";
import { LeadOffersInput } from "@/lib/services/leads/schemas";

export const GET = apiGet(LeadOffersInput, listLeadOffers);
