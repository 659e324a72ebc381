import { cookieRoute } from "@/lib/auth/cookie-route";
import { checkImport } from "@/lib/services/imports/check-import";
import { CheckImportInput } from "@/lib/services/imports/schemas";
import { readImport } from "../read-import";

/** What a table would bring in; nothing is written. */
export const POST = cookieRoute(async (context, request) => {
  const { bytes, input } = await readImport(context, request, CheckImportInput);
  return Response.json(await checkImport(context, bytes, input));
});
