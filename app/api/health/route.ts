import { systemClock } from "@/lib/core/clock";
import { env } from "@/lib/core/env";
import { database } from "@/lib/db/client";
import { checkHealth } from "@/lib/services/health/check-health";

export const dynamic = "force-dynamic";

export async function GET() {
  const health = await checkHealth(database(), systemClock(), {
    worker: env().WORKER === "on",
    sandbox: env().SANDBOX === "on",
  });
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
