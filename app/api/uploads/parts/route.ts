import { cookieRoute } from "@/lib/auth/cookie-route";
import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { beginUpload } from "@/lib/services/uploads/begin-upload";
import { BeginUploadInput } from "@/lib/services/uploads/schemas";

/** Begins a file that comes in parts: its `fileName`, `contentType` and `size` as JSON. Answers `{id, offset, isWhole}`. */
export const POST = cookieRoute(async (context, request) => {
  const input: unknown = await request.json().catch(() => null);
  const parsed = BeginUploadInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, input) });
  return Response.json(await beginUpload(context, parsed.data), { status: 201 });
});
