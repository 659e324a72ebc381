import { AppError } from "@/lib/core/errors";
import { nameKey } from "@/lib/domain/name-key";

type Named = { id: string; name: string };
type Reason = "category_exists" | "client_exists" | "team_exists" | "folder_exists";

/**
 * Two of one name could not be told apart in a list, nor by letters that are large in the one and small in the other. Who keeps its
 * name is not asked (`own` is its id): there may be two of one name from former times. `rows` are read after `holdNames`.
 * @throws AppError `conflict` with the reason
 */
export function requireFreeName(rows: Named[], { name, own }: { name: string; own?: string }, reason: Reason): void {
  if (rows.some((row) => row.id === own && row.name === name)) return;
  if (rows.some((row) => row.id !== own && nameKey(row.name) === nameKey(name)))
    throw new AppError("conflict", { reason, fields: [{ path: "name", reason }] });
}
