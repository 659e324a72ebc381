import { AppError } from "@/lib/core/errors";

/** Two categories of one name could not be told apart in a menu. */
export const nameTaken = (): AppError =>
  new AppError("conflict", { reason: "category_exists", fields: [{ path: "name", reason: "category_exists" }] });
