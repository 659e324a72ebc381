import { expect, type Page } from "@playwright/test";
import pg from "pg";
import type { OpenThread } from "@/lib/domain/thread-view";
import type { RunningApp } from "../running-app";

type Accepted = { messageId: string; status: string };

/** The API as a program uses it that answers the newest message of a thread's lead. */
export async function apiOf(page: Page, key: string, threadUrl: string) {
  const id = new URL(threadUrl).pathname.split("/").at(-1)!;
  const { thread } = (await (await page.request.get(`/api/threads/${id}`)).json()) as OpenThread;
  const { api } = thread.messages.findLast(({ from }) => from.address === thread.lead?.email)!;
  const asKey = { authorization: `Bearer ${key}`, accept: "application/json" };
  return {
    async send(body: Record<string, unknown>): Promise<Accepted> {
      const path = `/api/v1/email-campaigns/send-email-thread?api_key=${key}`;
      const response = await page.request.post(path, {
        headers: { accept: "application/json" },
        data: { campaignId: api.campaignId, emailStatsId: api.emailStatsId, ...body },
      });
      expect(response.status(), await response.text()).toBe(200);
      return (await response.json()) as Accepted;
    },
    async status({ messageId }: Accepted): Promise<string | undefined> {
      const path = `/api/v1/master-inbox/reply-status?message_id=${encodeURIComponent(messageId)}`;
      const response = await page.request.get(path, { headers: asKey });
      return ((await response.json()) as { data?: { status: string } }).data?.status;
    },
  };
}

export const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

/** Lets the time come that replies wait for. */
export async function makeDue({ databaseUrl }: RunningApp, replies: Accepted[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl! });
  await client.connect();
  const ids = replies.map(({ messageId }) => messageId.slice(1, -1));
  await client.query("update replies set due_at = now(), scheduled_at = now() where message_id = any($1)", [ids]);
  await client.end();
}
