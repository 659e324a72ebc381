import type { ImportRefusal } from "@/lib/queries/imports";

/** The words under which a refusal may have a sentence, what says most first. */
export function refusalWords({ code, reason, fields }: ImportRefusal): string[] {
  if (reason === "import_wrong_rows") return ["changed"];
  return [fields?.[0]?.reason, reason, code].filter((word) => word !== undefined);
}
