/** Whose a stored row of Smartlead's says that its lead is; null for nobody's, or where it does not say. */
export function teamMemberOfRow({ team_member_id: id }: Record<string, unknown>): string | null {
  return typeof id === "number" || (typeof id === "string" && id.trim() !== "") ? String(id).trim() : null;
}
