import { acceptReply } from "@/lib/api/accept-reply";
import { apiRoute } from "@/lib/api/api-route";
import { ALL_BUT_POST, methodNotAllowed } from "@/lib/api/method-not-allowed";
import { SendEmailThreadInput } from "@/lib/services/replies/schemas";

export const POST = apiRoute("reply.send", SendEmailThreadInput, acceptReply);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = methodNotAllowed("POST", ALL_BUT_POST);
