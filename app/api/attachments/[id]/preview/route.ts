import { apiGet } from "@/lib/auth/cookie-route";
import { previewAttachment } from "@/lib/services/messages/preview-attachment";
import { PreviewAttachmentInput } from "@/lib/services/messages/reading-schemas";

/** What a file shows in the preview, as JSON: never a document that a browser would open. */
export const GET = apiGet(PreviewAttachmentInput, previewAttachment);
