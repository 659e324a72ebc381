import { z } from "zod";
import { apiGet, cookieRoute } from "@/lib/auth/cookie-route";
import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { listPresences } from "@/lib/services/presence/list-presences";
import { TellPresenceInput } from "@/lib/services/presence/schemas";
import { tellPresence } from "@/lib/services/presence/tell-presence";

export const GET = apiGet(z.strictObject({}), listPresences);

/** What a window says of itself. A route and no action: those go one at a time, and a page that is left can still send this. */
export const POST = cookieRoute(async (context, request) => {
  const input: unknown = await request.json().catch(() => null);
  const parsed = TellPresenceInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, input) });
  await tellPresence(context, parsed.data);
  return new Response(null, { status: 204 });
});
