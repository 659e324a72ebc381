import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { mailboxTests, type TestStep } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import type { MailboxTestInput } from "./schemas";

export type MailboxTestView = {
  id: string;
  mailboxId: string;
  steps: TestStep[];
  startedAt: string;
  finishedAt: string | null;
  passed: boolean | null;
};

/** A mailbox's test as far as it has come. @throws AppError `not_found` */
export async function getMailboxTest({ actor, db }: Context, { testId }: MailboxTestInput): Promise<MailboxTestView> {
  may(actor, "mailbox.manage");
  const [test] = await db
    .select()
    .from(mailboxTests)
    .where(and(eq(mailboxTests.id, testId), eq(mailboxTests.workspaceId, actor.workspaceId)));
  if (!test) throw new AppError("not_found", { reason: "mailbox_test" });
  const { id, mailboxId, steps, passed } = test;
  return {
    id,
    mailboxId,
    steps,
    passed,
    startedAt: test.startedAt.toISOString(),
    finishedAt: test.finishedAt?.toISOString() ?? null,
  };
}
