import { eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import type { WorkerDeps } from "./deps";
import type { Lanes } from "./lanes";

type JobHandler = { name: string; concurrency: number; run: (data: unknown) => Promise<void> };

/** Which handler does which job, loaded when the first one comes, and how many of a kind run at once in this process. */
export function jobHandlers(deps: WorkerDeps, { wake }: Pick<Lanes, "wake">): JobHandler[] {
  return [
    {
      name: JOBS.sendReply.name,
      concurrency: 2,
      run: async (data) => {
        const { replyId } = JOBS.sendReply.data.parse(data);
        const [reply] = await deps.db
          .select({ mailboxId: replies.mailboxId })
          .from(replies)
          .where(eq(replies.id, replyId));
        if (reply) wake(reply.mailboxId);
      },
    },
    {
      name: JOBS.fireReminder.name,
      concurrency: 1,
      run: async (data) => {
        const { fireReminder } = await import("@/lib/services/reminders/fire-reminder");
        await fireReminder(deps.db, deps.now, JOBS.fireReminder.data.parse(data).reminderId);
      },
    },
    {
      name: JOBS.fileSentCopy.name,
      concurrency: 2,
      run: async (data) => {
        const { fileSentCopy } = await import("./handlers/file-sent-copy");
        await fileSentCopy(deps, JOBS.fileSentCopy.data.parse(data));
      },
    },
    {
      name: JOBS.testMailbox.name,
      concurrency: 2,
      run: async (data) => {
        const { testMailbox } = await import("./handlers/test-mailbox");
        await testMailbox(deps, JOBS.testMailbox.data.parse(data));
      },
    },
    {
      name: JOBS.readPastMail.name,
      concurrency: 1,
      run: async (data) => {
        const { readPastMailInJob } = await import("./handlers/read-past-mail-in-job");
        await readPastMailInJob(deps, JOBS.readPastMail.data.parse(data));
      },
    },
    {
      name: JOBS.readMailFiles.name,
      concurrency: 1,
      run: async (data) => {
        const { readMailFilesInJob } = await import("./handlers/read-mail-files-in-job");
        await readMailFilesInJob(deps, JOBS.readMailFiles.data.parse(data));
      },
    },
    {
      name: JOBS.discoverSmartlead.name,
      concurrency: 2,
      run: async (data) => {
        const { discoverSmartleadInJob } = await import("./handlers/discover-smartlead");
        await discoverSmartleadInJob(deps, JOBS.discoverSmartlead.data.parse(data));
      },
    },
    {
      name: JOBS.readSmartleadWebhook.name,
      concurrency: 2,
      run: async (data) => {
        const { readSmartleadWebhook } = await import("./handlers/read-smartlead-webhook");
        await readSmartleadWebhook(deps, JOBS.readSmartleadWebhook.data.parse(data));
      },
    },
    {
      name: JOBS.carrySmartleadActions.name,
      concurrency: 2,
      run: async (data) => {
        const { carrySmartleadActions } = await import("./handlers/carry-smartlead-actions");
        await carrySmartleadActions(deps, JOBS.carrySmartleadActions.data.parse(data));
      },
    },
    {
      name: JOBS.sendInvitation.name,
      concurrency: 1,
      run: async (data) => {
        const { sendInvitation } = await import("./handlers/send-invitation");
        await sendInvitation(deps, JOBS.sendInvitation.data.parse(data));
      },
    },
    {
      name: JOBS.sandboxAnswer.name,
      concurrency: 2,
      run: async (data) => {
        const { sandboxAnswer } = await import("./handlers/sandbox-answer");
        await sandboxAnswer(deps, JOBS.sandboxAnswer.data.parse(data));
      },
    },
  ];
}
