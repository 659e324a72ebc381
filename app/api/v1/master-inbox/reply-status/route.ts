import { apiRoute } from "@/lib/api/api-route";
import { ALL_BUT_GET, methodNotAllowed } from "@/lib/api/method-not-allowed";
import { replyStatusBody } from "@/lib/api/reply-status";
import { getReplyStatus } from "@/lib/services/replies/get-reply-status";
import { GetReplyStatusInput } from "@/lib/services/replies/schemas";

export const GET = apiRoute("reply.read", GetReplyStatusInput, async (context, input) =>
  Response.json(replyStatusBody(await getReplyStatus(context, input)), { headers: { "cache-control": "no-store" } }),
);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodNotAllowed("GET", ALL_BUT_GET);
