import { eq } from "drizzle-orm";
import { smartleadConnections } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { connectionOf } from "./connection-of";
import type { SaveSmartleadSettingsInput } from "./schemas";
import { sealSigningSecret } from "./smartlead-secrets";

/**
 * By which endpoint replies leave, whether scheduled ones are given to Smartlead when they are accepted, and what signs its webhooks.
 * Never returns a secret. @throws AppError `forbidden`, `not_found`
 */
export async function saveSmartleadSettings({ actor, db }: Context, input: SaveSmartleadSettingsInput) {
  may(actor, "smartlead.manage");
  const { connectionId, endpoint, handsOver, signingSecret } = input;
  return db.transaction(async (tx) => {
    const former = await connectionOf(tx, actor, connectionId);
    await tx
      .update(smartleadConnections)
      .set({
        endpoint,
        handsOver,
        // Chosen anew, `auto` looks anew.
        ...(endpoint === former.endpoint ? {} : { foundEndpoint: null }),
        ...signingColumns(connectionId, signingSecret),
      })
      .where(eq(smartleadConnections.id, connectionId));
    const data = { endpoint, handsOver, signingSecret: signingSecret !== undefined };
    await record(tx, actor, "smartlead.settings_saved", { subjectId: connectionId, data });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "smartlead" });
    return { connectionId };
  });
}

function signingColumns(connectionId: string, secret: string | null | undefined) {
  if (secret === undefined) return {};
  return secret === null ? { signingSecret: null } : sealSigningSecret(connectionId, secret);
}
