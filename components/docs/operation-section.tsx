import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnswerList } from "./answer-list";
import { CodeBlock } from "./code-block";
import { CopyButton } from "./copy-button";
import { DocsSection } from "./docs-section";
import { FieldList } from "./field-list";
import type { DocOperation } from "./read-document";
import { requestLine, type RequestPlace } from "./request-line";

type Props = { operation: DocOperation; place: RequestPlace; basePath: string };

/** One operation: what it does, a command that does it, its fields and its answers. */
export function OperationSection({ operation, place, basePath }: Props) {
  const t = useTranslations("docs.operation");
  const line = requestLine(operation, place);
  const { id, method, path, summary, description, parameters, body, answers } = operation;
  return (
    <DocsSection id={id} title={summary}>
      <p className="text-13 [overflow-wrap:anywhere]">
        <code>
          <span className="font-medium text-accent-text">{method}</span> {basePath}
          {path}
        </code>
      </p>
      <p className="mt-2 max-w-measure text-14 text-text-2">{description}</p>
      <Part title={t("command")} action={<CopyButton text={line} label={t("copyCommand", { operation: path })} />}>
        <CodeBlock code={line} />
      </Part>
      {parameters.length > 0 ? (
        <Part title={t("parameters")}>
          <FieldList fields={parameters} />
        </Part>
      ) : null}
      {body ? (
        <Part title={t("body")} note={t("bodyNote")}>
          <FieldList fields={body.fields} />
        </Part>
      ) : null}
      <Part title={t("answers")}>
        <AnswerList answers={answers} />
      </Part>
    </DocsSection>
  );
}

type PartProps = { title: string; note?: string; action?: ReactNode; children: ReactNode };

function Part({ title, note, action, children }: PartProps) {
  return (
    <>
      <div className="mt-5 flex min-h-control-sm items-end justify-between gap-2">
        <h3 className="text-13 font-strong">{title}</h3>
        {action}
      </div>
      {note ? <p className="text-12 text-text-3">{note}</p> : null}
      <div className="mt-2">{children}</div>
    </>
  );
}
