import { AppError } from "@/lib/core/errors";

/** Two clients of one name could not be told apart in a list. */
export const clientExists = (): AppError =>
  new AppError("conflict", { reason: "client_exists", fields: [{ path: "name", reason: "client_exists" }] });
