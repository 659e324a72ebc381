import { errorResponse } from "@/lib/api/error-response";
import { AppError } from "@/lib/core/errors";

const notFound = () => errorResponse(new AppError("not_found", { reason: "path" }));

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
