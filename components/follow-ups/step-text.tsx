import { useTranslations } from "next-intl";
import { SafeHtml } from "@/components/composer/safe-html";
import { isEmptyBody } from "@/components/composer/composer-state";
import { Button } from "@/components/ui/button";
import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import { fillForPreview } from "@/lib/domain/fill-variables";
import type { TemplatesForThread } from "@/lib/domain/template-view";
import type { StepDraft } from "./chain-draft";
import { TemplateChoice } from "./template-choice";
import type { ChainModel } from "./use-chain";

const StepEditor = late(
  () => import("./step-editor").then((file) => file.StepEditor),
  <Skeleton className="m-3 h-3 w-48" />,
);

type StepTextProps = { step: StepDraft; model: ChainModel; templates: TemplatesForThread | null };

/** What a step says: the template it is from and its text with this lead's words in it, or the text as it is being written. */
export function StepText({ step, model, templates }: StepTextProps) {
  const t = useTranslations("follow-ups.editor");
  const isOpen = model.openKey === step.key;
  const isEmpty = isEmptyBody(step.bodyHtml);
  return (
    <div className="rounded-2 border border-line" onPointerEnter={StepEditor.load} onFocus={StepEditor.load}>
      <div className="flex items-center gap-2 py-1 pr-2 pl-1">
        <TemplateChoice step={step} model={model} templates={templates} />
        <Button
          variant="link"
          data-part="edit"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? model.fold() : model.open(step.key))}
          className="ml-auto"
        >
          {t(isOpen ? "fold" : isEmpty ? "write" : "edit")}
        </Button>
      </div>
      {isOpen ? (
        <StepEditor
          key={step.turn}
          initialHtml={step.bodyHtml}
          source={templates?.source ?? null}
          onChange={(html) => model.dispatch({ type: "text", key: step.key, html })}
        />
      ) : isEmpty ? null : (
        <SafeHtml
          html={templates ? fillForPreview(step.bodyHtml, templates.source).html : step.bodyHtml}
          className="line-clamp-3 px-3 pb-2 text-13 wrap-anywhere text-text-2 [&_mark]:rounded-1 [&_mark]:bg-bad-soft [&_mark]:text-bad [&_p]:inline [&_p]:after:content-['_']"
        />
      )}
    </div>
  );
}
