import { apiRoute } from "@/lib/api/api-route";
import { ALL_BUT_GET, methodNotAllowed } from "@/lib/api/method-not-allowed";
import { listDeliveries } from "@/lib/services/sandbox/list-deliveries";
import { DeliveriesQuery } from "@/lib/services/sandbox/schemas";

/** What the sandbox was handed, newest first: `[{recipients, raw}]`. A real workspace's key finds nothing here. */
export const GET = apiRoute("sandbox.read", DeliveriesQuery, async (context, { message_id: messageId }) => {
  const { deliveries } = await listDeliveries(context, { limit: 100, ...(messageId ? { messageId } : {}) });
  const body = deliveries.map(({ recipients, raw }) => ({ recipients, raw }));
  return Response.json(body, { headers: { "cache-control": "no-store" } });
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodNotAllowed("GET", ALL_BUT_GET);
