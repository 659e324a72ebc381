import { z } from "zod";

/** The largest file that a reply can carry. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

export const CreateUploadInput = z.strictObject({
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(255)
    .refine((name) => !/[\p{Cc}\u2028\u2029/\\]/u.test(name), "file_name"),
  contentType: z
    .string()
    .max(127)
    .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/)
    .catch("application/octet-stream"),
});
export type CreateUploadInput = z.infer<typeof CreateUploadInput>;

/** A file that comes in parts, whose size is known beforehand. */
export const BeginUploadInput = CreateUploadInput.extend({
  size: z.number().int().nonnegative().max(MAX_UPLOAD_BYTES),
});
export type BeginUploadInput = z.infer<typeof BeginUploadInput>;

/** `offset`: how many bytes of the file lie before the part. */
export const AppendUploadInput = z.strictObject({ id: z.uuid(), offset: z.number().int().nonnegative() });
export type AppendUploadInput = z.infer<typeof AppendUploadInput>;

/** How far a file that comes in parts has come. */
export type UploadProgress = { id: string; offset: number; isWhole: boolean };

export const GetUploadInput = z.strictObject({ id: z.uuid() });
export type GetUploadInput = z.infer<typeof GetUploadInput>;

/** Files of one message that go along with its forward. */
export const TakeMessageFilesInput = z.strictObject({
  messageId: z.uuid(),
  attachmentIds: z.array(z.uuid()).min(1).max(50),
});
export type TakeMessageFilesInput = z.infer<typeof TakeMessageFilesInput>;

export type UploadView = { id: string; fileName: string; contentType: string; size: number };
