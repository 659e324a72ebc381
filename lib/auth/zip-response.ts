import { contentDisposition } from "@/lib/domain/content-disposition";
import type { ZippedFiles } from "@/lib/services/messages/zip-attachments";

/** A ZIP as a download, sent as it is made. */
export const zipResponse = ({ fileName, size, content }: ZippedFiles): Response =>
  new Response(content, {
    headers: {
      "content-type": "application/zip",
      "content-length": String(size),
      "content-disposition": contentDisposition("attachment", fileName),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
