import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { DocField, DocLimit } from "./read-document";

type Props = {
  fields: (DocField & { in?: "path" | "query" | "header" })[];
  /** The list of the fields inside a field. */
  isNested?: boolean;
};

/** Fields of a request or an answer: name, type and whether it must be there; beside them its meaning and its limits. */
export function FieldList({ fields, isNested = false }: Props) {
  return (
    <dl className={cn("divide-y divide-line", isNested ? "mt-2 border-l border-line pl-3" : "border-y border-line")}>
      {fields.map((field) => (
        <Field key={field.name} field={field} isNested={isNested} />
      ))}
    </dl>
  );
}

function Field({ field, isNested }: { field: Props["fields"][number]; isNested: boolean }) {
  const t = useTranslations("docs");
  return (
    <div
      className={cn(
        "py-2.5",
        isNested
          ? ""
          : "sm:grid sm:grid-cols-[15rem_minmax(0,1fr)] sm:gap-x-4 md:max-lg:grid-cols-[10rem_minmax(0,1fr)]",
      )}
    >
      <dt className="min-w-0">
        <code className="text-13 font-medium [overflow-wrap:anywhere]">{field.name}</code>
        <span className="flex flex-wrap gap-x-1.5 text-12 text-text-3">
          <span>{field.type}</span>
          {field.in ? <span>{t(`operation.place.${field.in}`)}</span> : null}
          {field.isRequired ? <span className="font-medium text-text-2">{t("field.required")}</span> : null}
        </span>
      </dt>
      <dd className="min-w-0 max-sm:mt-1">
        {field.description ? <p className="text-text-2">{field.description}</p> : null}
        {field.limits.map((limit) => (
          <Limit key={limit.kind} limit={limit} />
        ))}
      </dd>
      {field.fields.length > 0 ? (
        <dd className="col-span-full min-w-0">
          <FieldList fields={field.fields} isNested />
        </dd>
      ) : null}
    </div>
  );
}

function Limit({ limit }: { limit: DocLimit }) {
  const t = useTranslations("docs.field");
  return <p className="text-12 [overflow-wrap:anywhere] text-text-3">{words()}</p>;

  function words(): string {
    switch (limit.kind) {
      case "oneOf":
        return t("oneOf", { values: limit.values.join(", ") });
      case "pattern":
        return t("pattern", { pattern: limit.pattern });
      case "above":
      case "atLeast":
        return t(limit.kind, { value: limit.value });
      case "length":
      case "items":
        return range(limit.kind, limit);
    }
  }

  function range(kind: "length" | "items", { minimum, maximum }: { minimum: number | null; maximum: number | null }) {
    if (maximum === null) return t(`${kind}AtLeast`, { minimum: minimum ?? 0 });
    return minimum ? t(kind, { minimum, maximum }) : t(`${kind}AtMost`, { maximum });
  }
}
