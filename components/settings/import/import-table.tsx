"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { leavePage } from "@/components/shell/held-page";
import { cn } from "@/components/ui/cn";
import { IMPORT_KINDS, type ImportKind } from "@/lib/domain/import-columns";
import { FormProblem } from "../form-problem";
import { SettingsPane } from "../settings-pane";
import { useAskBeforeLeaving } from "../use-ask-before-leaving";
import { ImportFile } from "./import-file";
import { ImportFoot } from "./import-foot";
import { ImportReview } from "./import-review";
import { ImportedResult } from "./imported-result";
import { PastMail } from "./past-mail";
import { useImport } from "./use-import";
import { useImportWords } from "./use-import-words";

const SHOWN = [...IMPORT_KINDS, "mail"] as const;
type Shown = (typeof SHOWN)[number];

/** Brings in leads, mailboxes and campaigns from a file: chosen, looked at, set right, and only then written. */
export function ImportTable() {
  const t = useTranslations("import");
  const [kind, setKind] = useQueryState("kind", parseAsStringLiteral(SHOWN).withDefault("leads"));
  return (
    <SettingsPane title={t("title")} className="flex flex-col">
      <div className="flex flex-col gap-2 px-4 pt-4 lg:px-5">
        <KindChoice kind={kind} onChange={(next) => leavePage(() => void setKind(next))} />
        <p className="max-w-measure text-text-2">{t(`about.${kind}`)}</p>
      </div>
      {kind === "mail" ? <PastMail /> : <Import key={kind} kind={kind} />}
    </SettingsPane>
  );
}

function KindChoice({ kind, onChange }: { kind: Shown; onChange: (kind: Shown) => void }) {
  const t = useTranslations("import");
  return (
    <fieldset aria-label={t("kind")} className="flex w-fit rounded-2 bg-sunken p-0.5">
      {SHOWN.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={kind === each}
          onClick={() => onChange(each)}
          className={cn(
            "h-control-sm rounded-2 px-2.5 text-12 whitespace-nowrap text-text-2 touch:h-control-touch",
            "aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-text aria-pressed:shadow-1",
          )}
        >
          {t(`kinds.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}

function Import({ kind }: { kind: ImportKind }) {
  const t = useTranslations("import");
  const words = useImportWords();
  const model = useImport(kind);
  const { report, refusal, result, pending, edits } = model;
  const { question } = useAskBeforeLeaving(() => edits.length > 0 && result === null);
  if (result) return <ImportedResult result={result} onAnother={model.reset} />;
  return (
    <>
      <div className="flex flex-col gap-3 px-4 py-4 lg:px-5">
        <ImportFile model={model} />
        <FormProblem>{refusal ? words.ofRefusal(refusal) : undefined}</FormProblem>
        <output className={cn("text-12 text-text-3", pending !== "checking" && "sr-only")}>
          {pending === "checking" ? t("checking") : null}
        </output>
      </div>
      {report ? <ImportReview model={model} report={report} /> : null}
      {report ? <ImportFoot model={model} report={report} /> : null}
      {question}
    </>
  );
}
