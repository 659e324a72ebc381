import type { SaveDraftInput } from "@/lib/services/drafts/schemas";
import type { World } from "./factories";

/** What a composer saves of an answer in a world's thread, one address of which is typed by half. */
export function draftInput(
  { thread, messages }: Pick<World, "thread" | "messages">,
  bodyHtml: string,
  draftId: string = crypto.randomUUID(),
): SaveDraftInput {
  return {
    threadId: thread.id,
    draftId,
    content: {
      parentId: messages.at(-1)!.id,
      to: ["ana@lead.test"],
      cc: ["not yet an addr"],
      bcc: ["boss@acme.test"],
      bodyHtml,
      addSignature: false,
      attachments: [],
      scheduledTime: null,
      scheduledZone: null,
      scheduleCondition: "if_no_reply",
    },
  };
}
