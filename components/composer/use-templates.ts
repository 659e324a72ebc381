import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { TemplateStore } from "@/components/editor/template-store";
import { unresolvedNames } from "@/lib/domain/fill-variables";
import { templatesQuery } from "@/lib/queries/templates";

export type ComposerTemplates = ReturnType<typeof useTemplates>;

/** The templates of a composer, and the variables of its text that nothing is known for. Until that is known the server decides. */
export function useTemplates(threadId: number, bodyHtml: string) {
  const [store] = useState(() => new TemplateStore());
  const { data, isError, refetch } = useQuery(templatesQuery(threadId));
  const source = data?.source ?? null;
  useEffect(() => store.fillFrom(source), [store, source]);
  const openNames = useMemo(() => (source ? unresolvedNames(bodyHtml, source) : []), [bodyHtml, source]);
  return { store, data, isError, again: () => void refetch(), source, openNames };
}
