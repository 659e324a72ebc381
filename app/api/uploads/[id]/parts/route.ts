import { cookieRoute } from "@/lib/auth/cookie-route";
import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { PART_BYTES } from "@/lib/domain/size-limit";
import { appendUpload } from "@/lib/services/uploads/append-upload";
import { getUploadProgress } from "@/lib/services/uploads/get-upload-progress";
import { AppendUploadInput, GetUploadInput } from "@/lib/services/uploads/schemas";

/** How far the file has come: where a connection that was lost goes on. */
export const GET = cookieRoute(async (context, _request, { id }) => {
  const parsed = GetUploadInput.safeParse({ id });
  if (!parsed.success) throw new AppError("not_found", { reason: "upload" });
  return Response.json(await getUploadProgress(context, parsed.data));
});

/** Takes the part that begins at `?offset=` as the request's body. 409 when another one is next. */
export const PUT = cookieRoute(async (context, request, { id }) => {
  const input = { id, offset: Number(new URL(request.url).searchParams.get("offset") ?? Number.NaN) };
  const parsed = AppendUploadInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, input) });
  if (Number(request.headers.get("content-length")) > PART_BYTES) throw new AppError("too_large", { reason: "part" });
  const stream = request.body ?? new Blob([]).stream();
  return Response.json(await appendUpload(context, { ...parsed.data, stream }));
});
