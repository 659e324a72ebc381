import { inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { members } from "@/lib/db/schema";
import type { TriageChange } from "@/lib/domain/triage";
import type { Actor } from "@/lib/services/context";
import type { HeldThread } from "./triage-values";

/** Who claims, claims for themselves. @throws AppError `invalid` */
export function requireOwnClaim({ memberId }: Actor, change: TriageChange): void {
  if (change.kind === "assignee" && change.claim && change.assigneeId !== memberId)
    throw new AppError("invalid", { fields: [{ path: "change.assigneeId", reason: "invalid" }] });
}

/** Of held threads that are claimed, those that somebody else has, with their names: the second of two who claim is told, not obeyed. */
export async function takenAmong(tx: Database, change: TriageChange, held: HeldThread[]): Promise<Map<number, string>> {
  if (change.kind !== "assignee" || !change.claim) return new Map();
  const owned = held.flatMap(({ id, assigneeId }) =>
    assigneeId !== null && assigneeId !== change.assigneeId ? [{ id, assigneeId }] : [],
  );
  if (owned.length === 0) return new Map();
  const names = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      inArray(
        members.id,
        owned.map(({ assigneeId }) => assigneeId),
      ),
    );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return new Map(owned.map(({ id, assigneeId }) => [id, nameOf.get(assigneeId) ?? ""]));
}
