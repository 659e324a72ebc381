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

export const GetUploadInput = z.strictObject({ id: z.uuid() });
export type GetUploadInput = z.infer<typeof GetUploadInput>;

export type UploadView = { id: string; fileName: string; contentType: string; size: number };
