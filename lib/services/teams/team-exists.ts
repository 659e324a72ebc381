import { AppError } from "@/lib/core/errors";

/** Two teams of one name could not be told apart in a list. */
export const teamExists = (): AppError =>
  new AppError("conflict", { reason: "team_exists", fields: [{ path: "name", reason: "team_exists" }] });
