import { cookieRoute } from "@/lib/auth/cookie-route";
import { pathId } from "@/lib/core/path-id";
import { listMeanwhile } from "@/lib/services/invitations/list-meanwhile";

export const GET = cookieRoute(async (context, _request, { id }) =>
  Response.json(await listMeanwhile(context, { messageId: pathId(id) })),
);
