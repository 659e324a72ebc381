import { ALL_BUT_GET, methodNotAllowed } from "@/lib/api/method-not-allowed";
import { openApiDocument } from "@/lib/api/openapi";

export const GET = () => Response.json(openApiDocument());
export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodNotAllowed("GET", ALL_BUT_GET);
