import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { createUpload } from "@/lib/services/uploads/create-upload";
import { CreateUploadInput, MAX_UPLOAD_BYTES } from "@/lib/services/uploads/schemas";

/** Takes one file as the request's body; its name stands in `?name=`. Answers `{id, fileName, contentType, size}`. */
export const POST = cookieRoute(async (context, request) => {
  const input = {
    fileName: new URL(request.url).searchParams.get("name") ?? undefined,
    contentType: request.headers.get("content-type") ?? "",
  };
  const parsed = CreateUploadInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, input) });
  if (Number(request.headers.get("content-length")) > MAX_UPLOAD_BYTES)
    throw new AppError("too_large", { reason: "upload" });
  const stream = request.body ?? new Blob([]).stream();
  return Response.json(await createUpload(context, { ...parsed.data, stream }), { status: 201 });
});
