import { AppError } from "@/lib/core/errors";

/** Two categories of one name could not be told apart in a menu, nor by letters that are large in the one and small in the other. */
export const isNameTaken = (name: string, others: { name: string }[]): boolean =>
  others.some((other) => other.name.toLowerCase() === name.toLowerCase());

export const nameTaken = (): AppError =>
  new AppError("conflict", { reason: "category_exists", fields: [{ path: "name", reason: "category_exists" }] });
