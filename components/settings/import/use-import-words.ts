import { useTranslations } from "next-intl";
import type { CellProblem } from "@/lib/domain/import-report";
import type { ImportRefusal } from "@/lib/queries/imports";
import { useErrorWords } from "../error-words";

/** Sentences for what is wrong with a cell, and for why a file was refused. */
export function useImportWords() {
  const t = useTranslations("import");
  const errors = useErrorWords();
  const ofProblem = ({ reason, values = {} }: CellProblem): string => {
    const key = `problem.${reason}` as "problem.required";
    return t.has(key) ? t(key, values) : errors.ofField({ reason, values });
  };
  const ofRefusal = ({ code, reason, fields }: ImportRefusal): string => {
    const field = fields?.[0];
    const word = reason === "import_wrong_rows" ? "changed" : (field?.reason ?? reason ?? code);
    const key = `refused.${word}` as "refused.other";
    if (t.has(key)) return t(key, field?.values ?? {});
    return code === "invalid" ? t("refused.other") : errors.ofError({ code: code as "invalid" });
  };
  return { ofProblem, ofRefusal };
}
