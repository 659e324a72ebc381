import { and, eq, isNull, lt, or, type SQL } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import type { Chain } from "./open-chains";

/** What a step of a chain follows: the steps before it, and the reply that brought the chain along, known by its time of acceptance. A condition on `replies`. */
export const isBeforeStep = ({ id, threadId, authorId, createdAt }: Chain, step: number): SQL | undefined =>
  and(
    eq(replies.threadId, threadId),
    or(
      and(eq(replies.chainId, id), lt(replies.chainStep, step)),
      and(isNull(replies.chainId), eq(replies.authorId, authorId), eq(replies.acceptedAt, createdAt)),
    ),
  );
