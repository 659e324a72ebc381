import { apiGet } from "@/lib/auth/cookie-route";
import { getMemberLeaving } from "@/lib/services/members/get-member-leaving";
import { MemberInput } from "@/lib/services/members/schemas";

export const GET = apiGet(MemberInput, getMemberLeaving);
