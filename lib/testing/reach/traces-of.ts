import type { Role } from "@/lib/domain/roles";
import type { Thing } from "./make-thing";
import type { Relation } from "./reach-world";

/** All by which a thing could be recognised in what is told. */
export const tracesOf = (relation: Relation, thing: Thing): string[] => [
  `${relation}zz`,
  ...Object.values(thing).map((id) => (typeof id === "number" ? `:${id},` : id)),
];

/** What a role's member of the reach world may be told nothing of. */
export const hiddenFrom = (role: Role): Relation[] => (role === "admin" ? ["elsewhere"] : ["foreign", "elsewhere"]);
