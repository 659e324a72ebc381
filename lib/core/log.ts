import pino from "pino";

/**
 * One structured line an event on stdout. Fields that could carry a secret are cut out, wherever they stand
 * one level deep; texts of mail and whole requests are never passed in here.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: errorWithoutValues },
  redact: {
    paths: ["password", "apiKey", "token", "secret", "*.password", "*.apiKey", "*.token", "*.secret", "*.pass"],
    censor: "[hidden]",
  },
});

/**
 * An error as it may be logged: kind, code, message and stack, and the same of its cause. The error of a failed query carries
 * its parameters in the message and in fields of its own, and they are texts of mail and hashes of keys.
 */
export function errorWithoutValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: typeof error };
  const { name, message, stack = "", cause } = error;
  const code = (error as { code?: unknown }).code;
  const frames = stack.split("\n").filter((each) => /^\s+at /.test(each));
  return {
    type: name,
    message: "params" in error ? "a query failed" : message,
    ...(typeof code === "string" ? { code } : {}),
    stack: frames.join("\n"),
    ...(cause instanceof Error ? { cause: errorWithoutValues(cause) } : {}),
  };
}
