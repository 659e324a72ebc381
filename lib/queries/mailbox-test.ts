import { queryOptions } from "@tanstack/react-query";
import { mailboxTestPath } from "@/lib/url/paths";

export type TestStep = {
  step: "name" | "tls" | "open" | "login" | "folders" | "message" | "arrival";
  side: "imap" | "smtp";
  state: "waiting" | "running" | "passed" | "noted" | "failed";
  reason?: string;
  detail?: string;
  ms?: number;
};
type MailboxTest = { id: string; steps: TestStep[]; finishedAt: string | null; passed: boolean | null };

const WHILE_RUNNING_MS = 700;

/** A mailbox's test, asked again until it is finished. */
export const mailboxTestQuery = (testId: string) =>
  queryOptions({
    queryKey: ["mailbox-test", testId],
    queryFn: async ({ signal }): Promise<MailboxTest> => {
      const response = await fetch(mailboxTestPath(testId), { signal });
      if (!response.ok) throw new Error(`mailbox test: ${response.status}`);
      return (await response.json()) as MailboxTest;
    },
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : WHILE_RUNNING_MS),
  });
