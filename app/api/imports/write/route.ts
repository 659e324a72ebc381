import { cookieRoute } from "@/lib/auth/cookie-route";
import { WriteImportInput } from "@/lib/services/imports/schemas";
import { writeImport } from "@/lib/services/imports/write-import";
import { readImport } from "../read-import";

/** Brings in a table, as a whole. */
export const POST = cookieRoute(async (context, request) => {
  const { bytes, input } = await readImport(context, request, WriteImportInput);
  return Response.json(await writeImport(context, bytes, input));
});
