import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { roleMay, type Permission, type Scope } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";

/** Who asks: a signed-in member, or the member whom an API key stands for (`apiKeyId`). */
export type Actor = {
  memberId: string;
  workspaceId: string;
  role: Role;
  name: string;
  email: string;
  apiKeyId?: string;
  /** Which threads they see; null is all of the workspace. */
  scope: Scope;
};

/** What every verb is given first. `db` is the pool or an open transaction. */
export type Context = { actor: Actor; db: Database; now: Clock };

/** @throws AppError `forbidden` when the actor's role does not hold the permission. */
export function may(actor: Actor, permission: Permission): void {
  if (!roleMay(actor.role, permission)) throw new AppError("forbidden");
}
