import { acceptReply } from "@/lib/api/accept-reply";
import { apiRoute } from "@/lib/api/api-route";
import { ALL_BUT_POST, methodNotAllowed } from "@/lib/api/method-not-allowed";
import { AppError } from "@/lib/core/errors";
import { fromSnakeCase, ReplyEmailThreadInput, snakeName } from "@/lib/services/replies/snake-case-schemas";

export const POST = apiRoute(
  "reply.send",
  ReplyEmailThreadInput,
  (context, input, call) => acceptReply(context, fromSnakeCase(campaignIn(call.params), input), call),
  { nameOf: snakeName },
);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = methodNotAllowed("POST", ALL_BUT_POST);

function campaignIn({ campaignId = "" }: Record<string, string>): number {
  if (!/^[1-9]\d{0,14}$/.test(campaignId)) throw new AppError("not_found", { reason: "campaign" });
  return Number(campaignId);
}
