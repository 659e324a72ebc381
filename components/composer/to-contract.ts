import type { ComposerExtras, SendEmailThreadInput, SendFromComposerInput } from "@/lib/services/replies/schemas";
import type { WritingFields } from "@/lib/domain/draft";
import { inlineUploadsOf } from "@/lib/domain/inline-uploads";
import type { MessageView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { ComposerState } from "./composer-state";
import { filesThatLeave, type ComposerFile } from "./files";

type Sendable = Pick<ThreadView, "id" | "campaign" | "messages">;

/**
 * What is sent of a composer, in the contract's words. To, Cc and Bcc always stand as the person left them;
 * pictures in the text travel in the body, as addresses of own uploads.
 * @param uploadUrl the address of an upload, as the contract's `file_url` takes it
 * @returns null when the message answered to is not in the thread any more
 * @throws Error when a file is still on its way
 */
export function toContract(
  state: ComposerState,
  thread: Sendable,
  composer: Pick<
    ComposerExtras,
    "draftId" | "basedOn" | "confirmedDespite" | "archive" | "remindAt" | "begunAt" | "review"
  >,
  uploadUrl: (uploadId: string) => string = uploadPath,
): SendFromComposerInput | null {
  const parent = thread.messages.find((message) => message.id === state.parentId);
  const campaignId = parent?.api.campaignId ?? thread.campaign?.number;
  if (!parent || !campaignId) return null;
  return {
    contract: { campaignId, ...parentFields(parent, thread), ...writtenFields(state, uploadUrl) },
    composer: {
      ...composer,
      ...writingThatLeaves(state.writing),
      ...(state.schedule ? { scheduledZone: state.schedule.zone } : {}),
    },
  };
}

/** A forward answers nobody, so that nothing follows it. */
function writingThatLeaves({ followUps, ...writing }: WritingFields) {
  return followUps && !writing.kind ? { ...writing, followUps } : writing;
}

/** An upload's address within the app. */
export const uploadPath = (uploadId: string): string => `/api/uploads/${uploadId}`;

const parentFields = (parent: MessageView, thread: Sendable) => ({
  emailStatsId: parent.api.emailStatsId,
  replyMessageId: parent.api.replyMessageId,
  id: thread.id,
});

function writtenFields(state: ComposerState, uploadUrl: (uploadId: string) => string) {
  const files = attachmentsOf(state, uploadUrl);
  return {
    emailBody: state.bodyHtml,
    toEmail: state.to.join(", "),
    addSignature: state.addSignature,
    ...state.carried,
    ...(state.cc.length > 0 ? { cc: state.cc.join(", ") } : {}),
    ...(state.bcc.length > 0 ? { bcc: state.bcc.join(", ") } : {}),
    ...(state.schedule ? { scheduledTime: state.schedule.time, scheduleCondition: state.scheduleCondition } : {}),
    ...(files.length > 0 ? { attachments: files } : {}),
  } satisfies Partial<SendEmailThreadInput>;
}

function attachmentsOf(state: ComposerState, uploadUrl: (uploadId: string) => string) {
  return filesThatLeave(state.files, inlineUploadsOf(state.bodyHtml))
    .filter((file) => !file.isInline)
    .map((file) => {
      const address = addressOf(file, uploadUrl);
      const { fileName, contentType, size } = file;
      // Better no reply than one without its file.
      if (!address) throw new Error("A file of the reply has not arrived");
      return {
        file_url: address,
        file_name: fileName,
        ...(MIME_TYPE.test(contentType) ? { file_type: contentType } : {}),
        ...(file.fileUrl && size === 0 ? {} : { file_size: size }),
      };
    });
}

const addressOf = ({ uploadId, fileUrl }: ComposerFile, uploadUrl: (uploadId: string) => string): string | null =>
  fileUrl ?? (uploadId && uploadUrl(uploadId));

const MIME_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;
