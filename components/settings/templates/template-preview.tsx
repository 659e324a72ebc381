"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SafeHtml } from "@/components/composer/safe-html";
import { useDebounced } from "@/components/inbox/use-debounced";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { fillForPreview } from "@/lib/domain/fill-variables";
import { variableNamed } from "@/lib/domain/template-variables";
import type { PreviewLead } from "@/lib/domain/template-view";
import { previewLeadsQuery } from "@/lib/queries/templates";

/** The text as a lead would get it, while it is written. What nothing is known for is marked and named. */
export function TemplatePreview({ html }: { html: string }) {
  const t = useTranslations("templates.preview");
  const [typed, setTyped] = useState("");
  const [email, setEmail] = useState<string | null>(null);
  const asked = useDebounced(typed, 150);
  const { data: leads, isError, refetch } = useQuery(previewLeadsQuery(asked));
  const lead = leads?.find((each) => each.email === email) ?? leads?.[0] ?? null;
  return (
    <section aria-label={t("title")} className="flex min-w-0 flex-col gap-3 xl:w-96">
      <h2 className="text-14 font-strong tracking-tight">{t("title")}</h2>
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-1">
        <Field label={t("find")}>
          {(control) => (
            <Input
              {...control}
              type="search"
              autoComplete="off"
              placeholder={t("findPlaceholder")}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        <Field label={t("lead")}>
          {(control) => (
            <Select
              {...control}
              value={lead?.email ?? ""}
              disabled={!leads?.length}
              onChange={({ target }) => setEmail(target.value)}
            >
              {leads?.map((each) => (
                <option key={each.email} value={each.email}>
                  {namedLead(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {isError && !leads ? (
        <p role="alert" className="text-12 text-bad">
          {t("failed")}{" "}
          <Button variant="link" className="text-12" onClick={() => void refetch()}>
            {t("again")}
          </Button>
        </p>
      ) : leads === undefined ? (
        <Skeleton className="h-24 w-full" />
      ) : lead ? (
        <Filled html={html} lead={lead} />
      ) : (
        <p className="text-12 text-text-2">{asked.trim() ? t("nobody", { q: asked.trim() }) : t("noLead")}</p>
      )}
    </section>
  );
}

const namedLead = ({ name, email, company }: PreviewLead): string =>
  [name || email, company].filter(Boolean).join(", ");

function Filled({ html, lead }: { html: string; lead: PreviewLead }) {
  const t = useTranslations("templates.preview");
  const { html: filled, unresolved } = fillForPreview(html, lead.source);
  const open = unresolved.filter((name) => variableNamed(name) !== null);
  const unknown = unresolved.filter((name) => variableNamed(name) === null);
  return (
    <>
      <div className="rounded-3 border border-line bg-surface px-3 py-2">
        {html === "" ? (
          <p className="text-13 text-text-3">{t("empty")}</p>
        ) : (
          <SafeHtml
            html={filled}
            className="text-14 wrap-anywhere [&_a]:underline [&_blockquote]:border-l-2 [&_blockquote]:border-line-2 [&_blockquote]:pl-3 [&_mark]:rounded-1 [&_mark]:bg-warn-soft [&_mark]:text-warn [&_ol]:list-decimal [&_ol]:pl-5 [&_p+*]:mt-2.5 [&_ul]:list-disc [&_ul]:pl-5"
          />
        )}
      </div>
      <output className="flex flex-col gap-1 text-12 empty:hidden">
        {open.length > 0 ? (
          <span className="text-warn">{t("open", { names: open.join(", "), count: open.length })}</span>
        ) : null}
        {unknown.length > 0 ? (
          <span className="text-bad">{t("unknown", { names: unknown.join(", "), count: unknown.length })}</span>
        ) : null}
      </output>
    </>
  );
}
