import type { ErrorCode, FieldProblem } from "@/lib/core/errors";
import type { AcceptedReply } from "@/lib/services/replies/schemas";

/** A request that holds its key. `begunAt` is its token: who takes a dead request over writes another time. */
export type RunningRequest = { apiKeyId: string; key: string; begunAt: Date };

/** What a request was answered, kept so that its repeat is answered the same. */
export type KeptAnswer =
  | { kind: "accepted"; accepted: AcceptedReply }
  | { kind: "refused"; code: ErrorCode; reason?: string | undefined; fields: FieldProblem[] };
