import { roleMay } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import type { Change } from "./notify";

/** Who hears of changes. `seenAmong`: which of these threads they may see; null for who sees all of the workspace. */
export type Listener = {
  memberId: string;
  role: Role;
  seenAmong: ((threadIds: number[]) => Promise<number[]>) | null;
};

/** What a browser is told of a change: nothing of whose it is. */
export type Told = Omit<Change, "workspaceId" | "memberId">;

/** Whether a listener is told of such a change at all: what is personal only to whom it is for, and what the team plans only to the team. */
export function isFor({ memberId, role }: Listener, change: Change): boolean {
  if (change.kind === "personal") return change.memberId === memberId;
  return TEAMS.has(change.kind) ? roleMay(role, "plan.read") : true;
}

const TEAMS: ReadonlySet<Change["kind"]> = new Set(["presence", "review"]);

/** A change without what no browser needs. */
export const toldOf = ({ workspaceId: _known, memberId: _whose, ...told }: Change): Told => told;

/**
 * What remains of a change for who does not see every thread; null for nothing. Of several threads some of which they do not see they
 * are told only that lists changed: one may just have left their sight.
 */
export async function narrowed(
  seenAmong: NonNullable<Listener["seenAmong"]>,
  { mailboxId: _hidden, ...told }: Told,
): Promise<Told | null> {
  const ids = [...(told.threadIds ?? []), ...(told.threadId ? [told.threadId] : [])];
  if (ids.length === 0) return told;
  const seen = await seenAmong(ids);
  if (ids.every((id) => seen.includes(id))) return told;
  return told.kind === "threads" ? { kind: "threads" } : null;
}
