/** Every way in which a verb may refuse. Each edge maps a code to a status and a sentence, once. */
export const ERROR_CODES = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid",
  "unprocessable",
  "conflict",
  "too_large",
  "rate_limited",
  "unavailable",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A field's complaint: `path` as in the input ("cc.1"), `reason` a closed word that the catalogue knows, `values` for its sentence. */
export type FieldProblem = { path: string; reason: string; values?: Record<string, string | number> };

type Details = { reason?: string; fields?: FieldProblem[]; retryAfterSeconds?: number; cause?: unknown };

/**
 * The one error class that verbs throw. `reason` narrows the code ("campaign", "lead_unsubscribed") and is what
 * the catalogue has a sentence for; no text of a driver or a provider is ever put in here.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string | undefined;
  readonly fields: FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, { reason, fields = [], retryAfterSeconds, cause }: Details = {}) {
    super(reason ? `${code}: ${reason}` : code, { cause });
    this.name = "AppError";
    this.code = code;
    this.reason = reason;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
