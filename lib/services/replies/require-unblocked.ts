import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { findBlocked } from "../blocks/find-blocked";
import type { Actor } from "../context";
import { fieldOf, type Recipients } from "./send-email-thread-recipients";

/** @throws AppError `unprocessable` (blocked) that names each recipient on the block list */
export async function requireUnblocked(tx: Database, actor: Actor, recipients: Recipients): Promise<void> {
  const { to, cc, bcc } = recipients;
  const addresses = [...to, ...cc, ...bcc].map((party) => party.address);
  const blocked = await findBlocked(tx, actor.workspaceId, addresses);
  if (blocked.length === 0) return;
  const fields = blocked.map((address) => ({
    path: fieldOf(address, recipients),
    reason: "blocked",
    values: { address },
  }));
  throw new AppError("unprocessable", { reason: "blocked", fields });
}
