import { readJson } from "@/lib/api/read-json";
import { routeError } from "@/lib/auth/route-error";
import { isSameOriginWrite } from "@/lib/auth/same-origin";
import { visitorOf } from "@/lib/auth/visitor-of";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { database, databasePool } from "@/lib/db/client";
import { acceptInvitation } from "@/lib/services/member-invitations/accept-invitation";
import { AcceptInvitationInput } from "@/lib/services/member-invitations/schemas";

type Route = { params: Promise<{ secret: string }> };

/** Joins by an invitation's link. The secret is the permission; the answer is the address to sign in with. */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  try {
    if (!isSameOriginWrite(request)) throw new AppError("forbidden", { reason: "other_origin" });
    const { value } = await readJson(request);
    const parsed = AcceptInvitationInput.safeParse(value);
    if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, value) });
    const asked = { secret: (await params).secret, address: visitorOf(request.headers).address };
    const deps = { db: database(), pool: databasePool(), now: systemClock };
    const joined = await acceptInvitation(deps, asked, parsed.data);
    return Response.json(joined, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    return routeError(error);
  }
}
