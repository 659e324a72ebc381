import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { ExampleBody } from "./code-block";
import { FieldList } from "./field-list";
import type { DocAnswer } from "./read-document";
import { code } from "./rich-code";

/** The answers of an operation by status: the success open with its fields, the errors folded. */
export function AnswerList({ answers }: { answers: DocAnswer[] }) {
  return (
    <div className="divide-y divide-line border-y border-line">
      {answers.map((answer) => (
        <Answer key={answer.status} answer={answer} />
      ))}
    </div>
  );
}

function Answer({ answer }: { answer: DocAnswer }) {
  const isSuccess = answer.status.startsWith("2");
  return (
    // It may have been opened before the page was awake.
    <details open={isSuccess} suppressHydrationWarning className="group">
      <summary className="flex cursor-default list-none items-start gap-2 py-2 hover:bg-hover touch:min-h-control-touch touch:items-center [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-3.5 shrink-0 text-text-3 transition-transform duration-1 group-open:rotate-90 touch:mt-0"
        />
        <StatusCode status={answer.status} />
        <span className="min-w-0 text-text-2">{answer.description}</span>
      </summary>
      <div className="flex flex-col gap-3 pb-3 sm:pl-[1.375rem]">
        {answer.bodies.map((body) => (
          <AnswerBody key={body.mediaType} body={body} isOneOfMany={answer.bodies.length > 1} hasFields={isSuccess} />
        ))}
      </div>
    </details>
  );
}

export const StatusCode = ({ status }: { status: string }) => (
  <code className={cn("w-8 shrink-0 font-medium", status.startsWith("2") ? "text-good" : "text-text")}>{status}</code>
);

type BodyProps = { body: DocAnswer["bodies"][number]; isOneOfMany: boolean; hasFields: boolean };

function AnswerBody({ body, isOneOfMany, hasFields }: BodyProps) {
  const t = useTranslations("docs.operation");
  const isJson = body.mediaType === "application/json";
  return (
    <div className="flex flex-col gap-1.5">
      {isOneOfMany ? <p className="text-12 text-text-3">{isJson ? t.rich("json", { code }) : t("plain")}</p> : null}
      <ExampleBody example={body.example} />
      {hasFields && body.fields.length > 0 ? <FieldList fields={body.fields} /> : null}
    </div>
  );
}
