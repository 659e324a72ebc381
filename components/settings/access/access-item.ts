import type { Role } from "@/lib/domain/roles";
import type { Grant } from "@/lib/services/access/schemas";

export type Choice = { id: string; name: string };
/** What can be opened to somebody, by its kind. */
export type Choices = Record<Grant["kind"], Choice[]>;
export type TeamItem = Choice & { memberIds: string[]; grants: Grant[] };
export type NarrowedItem = Choice & { role: Role; seesAll: boolean; grants: Grant[] };
/** Who sees what, as settings show it. */
export type AccessItem = { teams: TeamItem[]; members: NarrowedItem[]; people: Choice[]; choices: Choices };
