import { useTranslations } from "next-intl";
import type { CellProblem } from "@/lib/domain/import-report";
import type { ImportRefusal } from "@/lib/queries/imports";
import { useErrorWords } from "../error-words";
import { refusalWords } from "./refusal-words";

/** Sentences for what is wrong with a cell, and for why a file was refused. */
export function useImportWords() {
  const t = useTranslations("import");
  const errors = useErrorWords();
  const ofProblem = ({ reason, values = {} }: CellProblem): string => {
    const key = `problem.${reason}` as "problem.required";
    return t.has(key) ? t(key, values) : errors.ofField({ reason, values });
  };
  const ofRefusal = (refusal: ImportRefusal): string => {
    const { code, fields } = refusal;
    const keys = refusalWords(refusal).map((word) => `refused.${word}` as "refused.other");
    const key = keys.find((known) => t.has(known));
    if (key) return t(key, fields?.[0]?.values ?? {});
    return code === "invalid" ? t("refused.other") : errors.ofError({ code: code as "invalid" });
  };
  return { ofProblem, ofRefusal };
}
