import { z } from "zod";
import { AppError } from "./errors";

/** An id out of an address. @throws AppError `not_found` when it cannot be one: nothing is there */
export function pathId(value: unknown): string {
  const parsed = z.uuid().safeParse(value);
  if (!parsed.success) throw new AppError("not_found");
  return parsed.data;
}
