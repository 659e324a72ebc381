import pino from "pino";

/**
 * One structured line an event on stdout. Fields that could carry a secret are cut out, wherever they stand
 * one level deep; texts of mail and whole requests are never passed in here.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["password", "apiKey", "token", "secret", "*.password", "*.apiKey", "*.token", "*.secret", "*.pass"],
    censor: "[hidden]",
  },
});
